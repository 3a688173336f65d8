#ifndef CHTTP_H
#define CHTTP_H

#include <microhttpd.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
// For Swift, whose Glibc module leaves these two out.
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include "gnutls_session.h"

/// What a daemon is started with. Every callback gets `context` first. The struct must outlive the daemon.
struct http_daemon_options {
  unsigned int threads;
  unsigned int connection_limit;
  size_t connection_memory;
  unsigned int idle_timeout_seconds;
  /// PEM texts to speak TLS with; NULL: plain HTTP.
  const char *certificate;
  const char *key;
  void *context;
  /// The request target as it was sent, before libmicrohttpd decodes it. What it returns is the request's `request_context`.
  void *(*target_arrived)(void *context, const char *target, struct MHD_Connection *connection);
  MHD_AccessHandlerCallback request_advanced;
  MHD_RequestCompletedCallback request_completed;
  MHD_NotifyConnectionCallback connection_changed;
  /// One message of the library, formatted, without the newline at its end.
  void (*log_line)(void *context, const char *line);
};

/// Starts a daemon without a listening socket, or returns NULL; the reason has then been logged.
///
/// MHD_start_daemon takes its options as variable arguments, which Swift cannot pass.
struct MHD_Daemon *http_daemon_start(struct http_daemon_options *options);

/// The bytes of the request line and the header block (MHD_get_connection_info is variadic).
size_t http_connection_header_size(struct MHD_Connection *connection);

/// The socket of a connection, or -1.
int http_connection_socket(struct MHD_Connection *connection);

/// What the connection was given when it was taken in, or NULL.
void *http_connection_context(struct MHD_Connection *connection);

/// What is known of the client's side of a connection.
enum http_client_side {
  http_client_open,
  /// It sends nothing more; whether it still reads is seen when something is sent.
  http_client_ended,
  /// It has reset the connection, or closed it before it had all that was sent.
  http_client_broken,
} __attribute__((enum_extensibility(closed)));

/// Looks at the socket and takes nothing from it.
enum http_client_side http_connection_client_side(struct MHD_Connection *connection);

/// Has the library look at the socket again when the client has closed its side already.
///
/// The library reads until a read comes back short, and then waits for the next edge; an end of file that came together with the last bytes
/// makes none. Shutting down reading makes one, and takes nothing away: there is nothing left to read.
void http_connection_notice_end(struct MHD_Connection *connection);

/// Whether the connection is suspended; to be asked on its own thread.
int http_connection_is_suspended(struct MHD_Connection *connection);

/// Ends the TCP connection with a reset at once; the descriptor stays open. What the client has not been sent yet is lost.
///
/// SO_LINGER does not do it: the library shuts the socket down before it closes it.
void http_connection_reset(struct MHD_Connection *connection);

/// Sends past the library what goes without waiting, through TLS where the connection speaks it: the bytes that were taken, or an errno below
/// zero. After EAGAIN the same bytes have to come again.
///
/// - has_more: whether what comes next belongs to the same piece; TLS has no use for that.
ptrdiff_t http_connection_send(struct MHD_Connection *connection, const void *bytes, size_t count, bool has_more);

/// Has every small piece that is sent go out at once (TCP_NODELAY).
void http_connection_send_at_once(struct MHD_Connection *connection);

/// The bytes that the other side of a TCP socket has acknowledged so far (TCP_INFO), or -1 where the system does not tell.
int64_t http_socket_acknowledged(int descriptor);

/// accept4 with a socket that does not block and is not inherited (Swift's Glibc module leaves accept4 out).
int http_accept(int listener, struct sockaddr *peer, socklen_t *peer_length);

/// Sets from which size on an allocation is a mapping of its own, how many heaps threads share, and lets each heap keep twice that size
/// free at its end (mallopt, glibc).
void http_set_heap_limits(int mapping_threshold, int heap_count);

/// Gives the system back what lies free in all heaps (malloc_trim, glibc).
void http_return_free_memory(void);

#endif
