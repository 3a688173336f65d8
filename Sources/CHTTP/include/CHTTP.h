#ifndef CHTTP_H
#define CHTTP_H

#include <microhttpd.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gnutls_session.h"

/// The options of a daemon. Every callback gets `context` first. The struct must outlive the daemon.
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
  void *(*target_arrived)(void *context, const char *target, size_t count);
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

/// Gives a connection to the daemon, with its socket and the bytes of its `struct sockaddr`; false when it closed the socket at once.
bool http_daemon_add(struct MHD_Daemon *daemon, int socket, const void *address, size_t address_size);

/// The bytes of the request line and the header block (MHD_get_connection_info is variadic).
size_t http_connection_header_size(struct MHD_Connection *connection);

/// The socket of a connection, or -1.
int http_connection_socket(struct MHD_Connection *connection);

/// The context that the connection was given when it was opened, or NULL.
void *http_connection_context(struct MHD_Connection *connection);

/// Whether the connection is suspended; to be asked on its own thread.
int http_connection_is_suspended(struct MHD_Connection *connection);

/// What a send returns instead of a count.
enum {
  /// The socket is full: the same bytes have to be given again.
  http_send_full = -1,
  http_send_failed = -2,
};

/// Sends past the library what goes without waiting, through TLS where the connection speaks it: the bytes that were taken, or
/// `http_send_full` or `http_send_failed`.
///
/// - has_more: whether what comes next belongs to the same piece; TLS has no use for that.
ptrdiff_t http_connection_send(struct MHD_Connection *connection, const void *bytes, size_t count, bool has_more);

#endif
