#include "gnutls_session.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdlib.h>
#include <string.h>

/// Bytes of a serial number; RFC 5280 allows 20.
enum { serial_size = 16, key_id_capacity = 64 };

/// A certificate and its key on their way.
struct pair {
  gnutls_x509_crt_t certificate;
  gnutls_x509_privkey_t key;
  unsigned char key_id[key_id_capacity];
  size_t key_id_size;
};

// Each step is taken when all before it have worked.
#define STEP(code, call)                \
  do {                                  \
    if ((code) == GNUTLS_E_SUCCESS)     \
      (code) = (call);                  \
  } while (0)

static int pair_begin(struct pair *pair, const char *name, int64_t begin, int64_t end) {
  unsigned char serial[serial_size];
  int code = gnutls_rnd(GNUTLS_RND_NONCE, serial, sizeof serial);
  // A serial number is positive and not empty.
  serial[0] = (serial[0] & 0x7F) | 0x40;
  STEP(code, gnutls_x509_privkey_init(&pair->key));
  // A P-256 key is made in a millisecond, an RSA key in a hundred.
  STEP(code, gnutls_x509_privkey_generate(pair->key, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0));
  STEP(code, gnutls_x509_crt_init(&pair->certificate));
  STEP(code, gnutls_x509_crt_set_version(pair->certificate, 3));
  STEP(code, gnutls_x509_crt_set_serial(pair->certificate, serial, sizeof serial));
  STEP(code, gnutls_x509_crt_set_activation_time(pair->certificate, begin));
  STEP(code, gnutls_x509_crt_set_expiration_time(pair->certificate, end));
  STEP(code, gnutls_x509_crt_set_dn(pair->certificate, name, NULL));
  STEP(code, gnutls_x509_crt_set_key(pair->certificate, pair->key));
  pair->key_id_size = sizeof pair->key_id;
  STEP(code, gnutls_x509_crt_get_key_id(pair->certificate, GNUTLS_KEYID_USE_SHA1, pair->key_id, &pair->key_id_size));
  STEP(code, gnutls_x509_crt_set_subject_key_id(pair->certificate, pair->key_id, pair->key_id_size));
  return code;
}

static int pair_sign(struct pair *pair, const struct pair *issuer) {
  int code = gnutls_x509_crt_set_authority_key_id(pair->certificate, issuer->key_id, issuer->key_id_size);
  STEP(code, gnutls_x509_crt_sign2(pair->certificate, issuer->certificate, issuer->key, GNUTLS_DIG_SHA256, 0));
  return code;
}

static void pair_end(struct pair *pair) {
  if (pair->certificate)
    gnutls_x509_crt_deinit(pair->certificate);
  if (pair->key)
    gnutls_x509_privkey_deinit(pair->key);
}

static int authority_make(struct pair *authority, int64_t begin, int64_t end) {
  int code = pair_begin(authority, "CN=image-edit-mock: authority of one run", begin, end);
  STEP(code, gnutls_x509_crt_set_basic_constraints(authority->certificate, 1, 0));
  STEP(code, gnutls_x509_crt_set_key_usage(authority->certificate, GNUTLS_KEY_KEY_CERT_SIGN | GNUTLS_KEY_CRL_SIGN));
  STEP(code, pair_sign(authority, authority));
  return code;
}

static int server_make(
  struct pair *server, const struct pair *authority, const struct tls_server_name *names, size_t name_count, int64_t begin, int64_t end) {
  int code = pair_begin(server, "CN=image-edit-mock", begin, end);
  STEP(code, gnutls_x509_crt_set_basic_constraints(server->certificate, 0, -1));
  STEP(code, gnutls_x509_crt_set_key_usage(server->certificate, GNUTLS_KEY_DIGITAL_SIGNATURE));
  STEP(code, gnutls_x509_crt_set_key_purpose_oid(server->certificate, GNUTLS_KP_TLS_WWW_SERVER, 0));
  for (size_t index = 0; index < name_count; index++) {
    const gnutls_x509_subject_alt_name_t kind = names[index].is_address ? GNUTLS_SAN_IPADDRESS : GNUTLS_SAN_DNSNAME;
    STEP(code, gnutls_x509_crt_set_subject_alt_name(
                 server->certificate, kind, names[index].bytes, (unsigned)names[index].count, GNUTLS_FSAN_APPEND));
  }
  STEP(code, pair_sign(server, authority));
  return code;
}

/// A text with a zero at its end, from one that the library gave.
static int text_take(gnutls_datum_t *datum, char **text) {
  char *copy = malloc(datum->size + 1);
  if (copy) {
    memcpy(copy, datum->data, datum->size);
    copy[datum->size] = '\0';
  }
  free(datum->data);
  *text = copy;
  return copy ? GNUTLS_E_SUCCESS : GNUTLS_E_MEMORY_ERROR;
}

static int certificate_text(gnutls_x509_crt_t certificate, char **text) {
  gnutls_datum_t datum = {0};
  const int code = gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &datum);
  return code < 0 ? code : text_take(&datum, text);
}

static int key_text(gnutls_x509_privkey_t key, char **text) {
  gnutls_datum_t datum = {0};
  const int code = gnutls_x509_privkey_export2(key, GNUTLS_X509_FMT_PEM, &datum);
  return code < 0 ? code : text_take(&datum, text);
}

int tls_identity_make(const struct tls_server_name *names, size_t name_count, int64_t begin, int64_t end, struct tls_identity *identity) {
  *identity = (struct tls_identity){0};
  struct pair authority = {0}, server = {0};
  int code = authority_make(&authority, begin, end);
  STEP(code, server_make(&server, &authority, names, name_count, begin, end));
  STEP(code, certificate_text(authority.certificate, &identity->authority));
  STEP(code, certificate_text(server.certificate, &identity->certificate));
  STEP(code, key_text(server.key, &identity->key));
  pair_end(&authority);
  pair_end(&server);
  return code;
}

void tls_identity_free(struct tls_identity *identity) {
  free(identity->authority);
  free(identity->certificate);
  free(identity->key);
}

int tls_identity_check(const void *certificate, size_t certificate_count, const void *key, size_t key_count) {
  // The library takes them as its own kind of bytes, and changes nothing.
  const gnutls_datum_t certificates = {(unsigned char *)certificate, (unsigned)certificate_count};
  const gnutls_datum_t keys = {(unsigned char *)key, (unsigned)key_count};
  gnutls_certificate_credentials_t credentials = NULL;
  int code = gnutls_certificate_allocate_credentials(&credentials);
  STEP(code, gnutls_certificate_set_x509_key_mem(credentials, &certificates, &keys, GNUTLS_X509_FMT_PEM));
  if (credentials)
    gnutls_certificate_free_credentials(credentials);
  return code < 0 ? code : 0;
}
