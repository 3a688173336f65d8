#include "CHTTP.h"
#include "gnutls_session.h"

#include <errno.h>
#include <sys/socket.h>

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

ptrdiff_t http_connection_send(struct MHD_Connection *connection, const void *bytes, size_t count, bool has_more) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);
  if (info && info->tls_session)
    return tls_session_send(info->tls_session, bytes, count);
  const ssize_t sent =
    send(http_connection_socket(connection), bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT | (has_more ? MSG_MORE : 0));
  return sent >= 0 ? sent : errno == EAGAIN ? http_send_full : http_send_failed;
}
