#include "library.h"

#include <stdio.h>

_Static_assert(transfer_problem_capacity >= CURL_ERROR_SIZE, "the library's words must fit");

static size_t take_line(char *bytes, size_t size, size_t count, void *context) {
  const struct transfer *transfer = context;
  transfer->take_line(transfer->context, (const uint8_t *)bytes, size * count);
  return size * count;
}

static size_t take_piece(char *bytes, size_t size, size_t count, void *context) {
  const struct transfer *transfer = context;
  return transfer->take_piece(transfer->context, (const uint8_t *)bytes, size * count) ? size * count : 0;
}

/// The lines as a list of libcurl's; false when there is no memory for all.
static bool copy_lines(const struct transfer_library *library, const struct transfer *transfer, struct curl_slist **list) {
  for (size_t index = 0; index < transfer->header_count; index++) {
    struct curl_slist *longer = library->slist_append(*list, transfer->header_lines[index]);
    if (!longer)
      return false;
    *list = longer;
  }
  return true;
}

/// Sets options until one is refused.
#define SET(option, value) \
  do { \
    CURLcode code = library->easy_setopt(handle, option, value); \
    if (code != CURLE_OK) \
      return code; \
  } while (0)

/// What the body is decides the method that libcurl has in mind; the name on the wire is set behind it.
static CURLcode set_method(const struct transfer_library *library, CURL *handle, const struct transfer *transfer) {
  if (transfer->ends_with_head) {
    SET(CURLOPT_NOBODY, 1L);
  } else if (transfer->has_body) {
    SET(CURLOPT_POST, 1L);
    SET(CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)transfer->body_length);
    // Not copied. Without any, libcurl would ask for a body by callback.
    SET(CURLOPT_POSTFIELDS, transfer->body_length ? (const char *)transfer->body : "");
  } else {
    SET(CURLOPT_HTTPGET, 1L);
  }
  SET(CURLOPT_CUSTOMREQUEST, transfer->method);
  return CURLE_OK;
}

static CURLcode set_options(const struct transfer_library *library, CURL *handle, const struct transfer *transfer,
                            struct curl_slist *lines, char *problem) {
  SET(CURLOPT_ERRORBUFFER, problem);
  // Without it a time-out while a name is resolved is a signal, which threads cannot have.
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_PATH_AS_IS, 1L);
  SET(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  SET(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  SET(CURLOPT_SSL_VERIFYPEER, 1L);
  SET(CURLOPT_SSL_VERIFYHOST, 2L);
  if (transfer->trusted_certificates[0] != '\0') {
    SET(CURLOPT_CAINFO, transfer->trusted_certificates);
    SET(CURLOPT_CAPATH, (const char *)NULL);
  }
  SET(CURLOPT_TIMEOUT_MS, transfer->timeout_milliseconds);
  SET(CURLOPT_CONNECTTIMEOUT_MS, transfer->connect_timeout_milliseconds);
  SET(CURLOPT_URL, transfer->url);
  SET(CURLOPT_HTTPHEADER, lines);
  SET(CURLOPT_HEADERFUNCTION, take_line);
  SET(CURLOPT_HEADERDATA, (void *)transfer);
  SET(CURLOPT_WRITEFUNCTION, take_piece);
  SET(CURLOPT_WRITEDATA, (void *)transfer);
  return set_method(library, handle, transfer);
}

static enum transfer_ending ending(CURLcode code) {
  switch (code) {
  case CURLE_OK:
    return transfer_done;
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_RESOLVE_PROXY:
    return transfer_host_not_resolved;
  case CURLE_COULDNT_CONNECT:
    return transfer_not_connected;
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_SSL_ISSUER_ERROR:
    return transfer_not_trusted;
  case CURLE_OPERATION_TIMEDOUT:
    return transfer_timed_out;
  case CURLE_WRITE_ERROR:
    return transfer_stopped;
  default:
    return transfer_failed;
  }
}

enum transfer_ending transfer_perform(const struct transfer_library *library, void *handle, const struct transfer *transfer, long *status,
                                      char *problem) {
  struct curl_slist *lines = NULL;
  problem[0] = '\0';
  *status = 0;
  CURLcode code = copy_lines(library, transfer, &lines) ? set_options(library, handle, transfer, lines, problem) : CURLE_OUT_OF_MEMORY;
  if (code == CURLE_OK)
    code = library->easy_perform(handle);
  if (code == CURLE_OK)
    library->easy_getinfo(handle, CURLINFO_RESPONSE_CODE, status);
  else if (problem[0] == '\0')
    snprintf(problem, transfer_problem_capacity, "%s", library->easy_strerror(code));
  // Connections stay; what points to the transfer goes.
  library->easy_reset(handle);
  library->slist_free_all(lines);
  return ending(code);
}
