#include "CHTTP.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/// Longer messages are cut; the library's own are a sentence or two.
enum { log_line_capacity = 1024 };

static void format_log_line(void *cls, const char *format, va_list arguments) {
  const struct http_daemon_options *options = cls;
  char line[log_line_capacity];
  if (vsnprintf(line, sizeof line, format, arguments) < 0)
    return;
  line[strcspn(line, "\n")] = '\0';
  options->log_line(options->context, line);
}

/// Passes the target on, and then ends it after its question mark.
///
/// The library would next take the query apart into records of the connection's memory, which are not read; a query of some 470 parameters
/// fills that memory, and the connection then hangs until its timeout. The text is the library's own buffer, which it is about to write to.
static void *take_target(void *cls, const char *target, struct MHD_Connection *connection) {
  const struct http_daemon_options *options = cls;
  void *request = options->target_arrived(options->context, target, strlen(target));
  char *query = strchr(target, '?');
  if (query)
    query[1] = '\0';
  return request;
}

struct MHD_Daemon *http_daemon_start(struct http_daemon_options *options) {
  const bool speaks_tls = options->certificate && options->key;
  const unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC | MHD_USE_ERROR_LOG
                             | MHD_USE_NO_LISTEN_SOCKET | (speaks_tls ? MHD_USE_TLS : 0);
  const struct MHD_OptionItem end = {MHD_OPTION_END, 0, NULL};
  // A pool of one is refused by the library: one thread means no pool.
  struct MHD_OptionItem pool[] = {{MHD_OPTION_THREAD_POOL_SIZE, (intptr_t)options->threads, NULL}, end};
  if (options->threads < 2)
    pool[0] = end;
  struct MHD_OptionItem identity[] = {
    {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)options->certificate},
    {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)options->key},
    // The older ones are deprecated (RFC 8996).
    {MHD_OPTION_HTTPS_PRIORITIES, 0, "NORMAL:-VERS-TLS1.0:-VERS-TLS1.1"},
    end};
  if (!speaks_tls)
    identity[0] = end;

  // The logger comes first, so that complaints about the options after it reach it too.
  return MHD_start_daemon(flags, 0, NULL, NULL, options->request_advanced, options->context,
                          MHD_OPTION_EXTERNAL_LOGGER, format_log_line, options,
                          MHD_OPTION_URI_LOG_CALLBACK, take_target, options,
                          MHD_OPTION_NOTIFY_COMPLETED, options->request_completed, options->context,
                          MHD_OPTION_NOTIFY_CONNECTION, options->connection_changed, options->context,
                          MHD_OPTION_CONNECTION_LIMIT, options->connection_limit,
                          MHD_OPTION_CONNECTION_MEMORY_LIMIT, options->connection_memory,
                          MHD_OPTION_CONNECTION_TIMEOUT, options->idle_timeout_seconds,
                          MHD_OPTION_ARRAY, pool,
                          MHD_OPTION_ARRAY, identity,
                          MHD_OPTION_END);
}

bool http_daemon_add(struct MHD_Daemon *daemon, int socket, const void *address, size_t address_size) {
  return MHD_add_connection(daemon, socket, address, (socklen_t)address_size) == MHD_YES;
}
