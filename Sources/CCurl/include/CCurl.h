#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// libcurl, loaded while the program runs.
///
/// It is not linked: it and what it depends on cost every start 7 ms and 6 MB, and few runs send a request.
struct transfer_library;

/// Loads a library and finds its functions in it, or returns NULL with the reason in `problem`. What is loaded stays.
///
/// The first of all calls is not to be made on two threads at once (curl_global_init).
struct transfer_library *transfer_library_load(const char *name, char *problem, size_t problem_capacity);

/// Makes a handle, which keeps connections between its transfers; NULL when there is no memory. One thread at a time may use it.
void *transfer_handle_create(const struct transfer_library *library);

void transfer_handle_destroy(const struct transfer_library *library, void *handle);

/// A request, and the callbacks that take the response. Nothing of it may be moved until the transfer has ended.
struct transfer {
  const char *url;
  const char *method;
  /// `Name: value`; `Name;` for one without a value, `Name:` for one that is not to be sent.
  const char *const *header_lines;
  size_t header_count;
  const uint8_t *body;
  size_t body_length;
  /// Whether a body belongs to the request, be it of no bytes.
  bool has_body;
  /// Whether no body belongs to the response, whatever its headers say.
  bool ends_with_head;
  long timeout_milliseconds;
  long connect_timeout_milliseconds;
  /// A file of certificates in PEM to trust; empty: the system's.
  const char *trusted_certificates;
  void *context;
  /// Takes one line of the responses' heads, its end included: status line, fields, empty line, and those of every response before the last.
  void (*take_line)(void *context, const uint8_t *bytes, size_t count);
  /// Takes a piece of the response's body; false ends the transfer.
  bool (*take_piece)(void *context, const uint8_t *bytes, size_t count);
};

/// How a transfer ended.
enum transfer_ending {
  transfer_done,
  transfer_host_not_resolved,
  transfer_not_connected,
  transfer_not_trusted,
  transfer_timed_out,
  /// `take_piece` said so.
  transfer_stopped,
  transfer_failed,
} __attribute__((enum_extensibility(closed)));

/// Bytes for the library's words for what went wrong (CURL_ERROR_SIZE).
enum { transfer_problem_capacity = 256 };

/// Sends a request and waits for the end of its response.
///
/// - `status`: that of the last response, when the transfer is done.
/// - `problem`: `transfer_problem_capacity` bytes, for the library's words when it is not.
enum transfer_ending transfer_perform(const struct transfer_library *library, void *handle, const struct transfer *transfer, long *status,
                                      char *problem);

#endif
