#define _GNU_SOURCE
#include "CHTTP.h"
#include "gnutls_session.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>

size_t http_connection_header_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info ? info->header_size : 0;
}

int http_connection_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

void *http_connection_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : NULL;
}

int http_connection_is_suspended(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_SUSPENDED);
  return info && info->suspended == MHD_YES;
}

enum http_client_side http_connection_client_side(struct MHD_Connection *connection) {
  struct pollfd entry = {.fd = http_connection_socket(connection), .events = POLLRDHUP};
  if (poll(&entry, 1, 0) <= 0)
    return http_client_open;
  // A reset that follows an end of file is told by no read.
  return entry.revents & POLLERR ? http_client_broken : http_client_ended;
}

void http_connection_notice_end(struct MHD_Connection *connection) {
  const int descriptor = http_connection_socket(connection);
  char next;
  if (descriptor >= 0 && recv(descriptor, &next, 1, MSG_PEEK | MSG_DONTWAIT) == 0)
    shutdown(descriptor, SHUT_RD);
}

void http_connection_reset(struct MHD_Connection *connection) {
  const struct sockaddr nobody = {.sa_family = AF_UNSPEC};
  connect(http_connection_socket(connection), &nobody, sizeof nobody);
}

void http_connection_send_at_once(struct MHD_Connection *connection) {
  const int yes = 1;
  setsockopt(http_connection_socket(connection), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

ptrdiff_t http_connection_send(struct MHD_Connection *connection, const void *bytes, size_t count, bool has_more) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);
  if (info && info->tls_session)
    return tls_session_send(info->tls_session, bytes, count);
  const ssize_t sent =
    send(http_connection_socket(connection), bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT | (has_more ? MSG_MORE : 0));
  return sent < 0 ? -errno : sent;
}
