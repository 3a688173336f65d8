#ifndef GNUTLS_SESSION_H
#define GNUTLS_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// GnuTLS, loaded while the program runs.
///
/// It is not linked: it and what it depends on cost every start 3 ms and 4 MB, and few runs speak TLS. What libmicrohttpd calls of it is
/// defined here under GnuTLS's own names, and hands on to the loaded library (gnutls_functions.h lists all of it).

/// GnuTLS as it has been called since version 3.0.
extern const char *const tls_library_name;

/// Loads a library and finds its functions in it; `false` with the reason in `problem`. What is loaded stays; a second call changes nothing.
///
/// Not to be called on two threads at once, nor without a need for TLS.
bool tls_library_load(const char *name, char *problem, size_t problem_capacity);

/// Sends over a TLS session as much as goes without waiting: the bytes that were taken, or `http_send_full` or
/// `http_send_failed`.
ptrdiff_t tls_session_send(void *session, const void *bytes, size_t count);

/// A certificate authority of one run, and a certificate that it signed for a server. Texts are PEM and end with a zero.
struct tls_identity {
  char *authority;
  char *certificate;
  char *key;
};

/// What a server is called: a DNS name, or 4 or 16 bytes of an IP address.
struct tls_server_name {
  bool is_address;
  const char *bytes;
  size_t count;
};

/// Makes both, valid from `begin` to `end` in seconds since 1970; 0, or GnuTLS's error code. The authority's key is forgotten.
///
/// To be given to `tls_identity_free`, whatever came of it.
int tls_identity_make(const struct tls_server_name *names, size_t name_count, int64_t begin, int64_t end, struct tls_identity *identity);

void tls_identity_free(struct tls_identity *identity);

/// Whether a server could be run with these PEM texts: 0, or GnuTLS's error code.
int tls_identity_check(const void *certificate, size_t certificate_count, const void *key, size_t key_count);

/// What GnuTLS says of an error code.
const char *tls_error_text(int code);

#endif
