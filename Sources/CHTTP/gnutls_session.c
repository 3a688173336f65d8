#include "CHTTP.h"

#include <gnutls/gnutls.h>

ptrdiff_t tls_session_send(void *session, const void *bytes, size_t count) {
  const ssize_t sent = gnutls_record_send(session, bytes, count);
  if (sent >= 0)
    return sent;
  return sent == GNUTLS_E_AGAIN || sent == GNUTLS_E_INTERRUPTED ? http_send_full : http_send_failed;
}

const char *tls_error_text(int code) { return gnutls_strerror(code); }
