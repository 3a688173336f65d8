// Every function of GnuTLS that libmicrohttpd or this folder calls: FUNCTION(result, name, (parameters), (arguments)).
FUNCTION(int, gnutls_alpn_set_protocols, (gnutls_session_t session, const gnutls_datum_t *protocols, unsigned count, unsigned flags),
         (session, protocols, count, flags))
FUNCTION(int, gnutls_bye, (gnutls_session_t session, gnutls_close_request_t how), (session, how))
FUNCTION(int, gnutls_certificate_allocate_credentials, (gnutls_certificate_credentials_t *credentials), (credentials))
FUNCTION(void, gnutls_certificate_free_credentials, (gnutls_certificate_credentials_t credentials), (credentials))
FUNCTION(void, gnutls_certificate_server_set_request, (gnutls_session_t session, gnutls_certificate_request_t request), (session, request))
FUNCTION(void, gnutls_certificate_set_dh_params, (gnutls_certificate_credentials_t credentials, gnutls_dh_params_t parameters),
         (credentials, parameters))
FUNCTION(void, gnutls_certificate_set_retrieve_function2,
         (gnutls_certificate_credentials_t credentials, gnutls_certificate_retrieve_function2 *function), (credentials, function))
FUNCTION(void, gnutls_certificate_set_retrieve_function3,
         (gnutls_certificate_credentials_t credentials, gnutls_certificate_retrieve_function3 *function), (credentials, function))
FUNCTION(int, gnutls_certificate_set_x509_key_mem,
         (gnutls_certificate_credentials_t credentials, const gnutls_datum_t *certificate, const gnutls_datum_t *key,
          gnutls_x509_crt_fmt_t format),
         (credentials, certificate, key, format))
FUNCTION(int, gnutls_certificate_set_x509_key_mem2,
         (gnutls_certificate_credentials_t credentials, const gnutls_datum_t *certificate, const gnutls_datum_t *key,
          gnutls_x509_crt_fmt_t format, const char *password, unsigned flags),
         (credentials, certificate, key, format, password, flags))
FUNCTION(int, gnutls_certificate_set_x509_trust_mem,
         (gnutls_certificate_credentials_t credentials, const gnutls_datum_t *authorities, gnutls_x509_crt_fmt_t format),
         (credentials, authorities, format))
FUNCTION(gnutls_cipher_algorithm_t, gnutls_cipher_get, (gnutls_session_t session), (session))
FUNCTION(int, gnutls_credentials_set, (gnutls_session_t session, gnutls_credentials_type_t type, void *credentials),
         (session, type, credentials))
FUNCTION(void, gnutls_deinit, (gnutls_session_t session), (session))
FUNCTION(void, gnutls_dh_params_deinit, (gnutls_dh_params_t parameters), (parameters))
FUNCTION(int, gnutls_dh_params_import_pkcs3, (gnutls_dh_params_t parameters, const gnutls_datum_t *text, gnutls_x509_crt_fmt_t format),
         (parameters, text, format))
FUNCTION(int, gnutls_dh_params_init, (gnutls_dh_params_t * parameters), (parameters))
FUNCTION(int, gnutls_handshake, (gnutls_session_t session), (session))
FUNCTION(int, gnutls_init, (gnutls_session_t * session, unsigned flags), (session, flags))
FUNCTION(void, gnutls_priority_deinit, (gnutls_priority_t priorities), (priorities))
FUNCTION(int, gnutls_priority_init, (gnutls_priority_t * priorities, const char *text, const char **mistake), (priorities, text, mistake))
FUNCTION(int, gnutls_priority_set, (gnutls_session_t session, gnutls_priority_t priorities), (session, priorities))
FUNCTION(gnutls_protocol_t, gnutls_protocol_get_version, (gnutls_session_t session), (session))
FUNCTION(int, gnutls_psk_allocate_server_credentials, (gnutls_psk_server_credentials_t *credentials), (credentials))
FUNCTION(void, gnutls_psk_free_server_credentials, (gnutls_psk_server_credentials_t credentials), (credentials))
FUNCTION(void, gnutls_psk_set_server_credentials_function,
         (gnutls_psk_server_credentials_t credentials, gnutls_psk_server_credentials_function *function), (credentials, function))
FUNCTION(size_t, gnutls_record_check_pending, (gnutls_session_t session), (session))
FUNCTION(int, gnutls_record_get_direction, (gnutls_session_t session), (session))
FUNCTION(ssize_t, gnutls_record_recv, (gnutls_session_t session, void *bytes, size_t count), (session, bytes, count))
FUNCTION(ssize_t, gnutls_record_send, (gnutls_session_t session, const void *bytes, size_t count), (session, bytes, count))
FUNCTION(void *, gnutls_session_get_ptr, (gnutls_session_t session), (session))
FUNCTION(void, gnutls_session_set_ptr, (gnutls_session_t session, void *pointer), (session, pointer))
FUNCTION(void, gnutls_transport_set_int2, (gnutls_session_t session, int receiving, int sending), (session, receiving, sending))

// For certificates.
FUNCTION(int, gnutls_rnd, (gnutls_rnd_level_t level, void *bytes, size_t count), (level, bytes, count))
FUNCTION(int, gnutls_x509_privkey_init, (gnutls_x509_privkey_t *key), (key))
FUNCTION(void, gnutls_x509_privkey_deinit, (gnutls_x509_privkey_t key), (key))
FUNCTION(int, gnutls_x509_privkey_generate, (gnutls_x509_privkey_t key, gnutls_pk_algorithm_t kind, unsigned bits, unsigned flags),
         (key, kind, bits, flags))
FUNCTION(int, gnutls_x509_privkey_export2, (gnutls_x509_privkey_t key, gnutls_x509_crt_fmt_t format, gnutls_datum_t *text),
         (key, format, text))
FUNCTION(int, gnutls_x509_crt_init, (gnutls_x509_crt_t *certificate), (certificate))
FUNCTION(void, gnutls_x509_crt_deinit, (gnutls_x509_crt_t certificate), (certificate))
FUNCTION(int, gnutls_x509_crt_set_version, (gnutls_x509_crt_t certificate, unsigned version), (certificate, version))
FUNCTION(int, gnutls_x509_crt_set_serial, (gnutls_x509_crt_t certificate, const void *bytes, size_t count), (certificate, bytes, count))
FUNCTION(int, gnutls_x509_crt_set_activation_time, (gnutls_x509_crt_t certificate, time_t moment), (certificate, moment))
FUNCTION(int, gnutls_x509_crt_set_expiration_time, (gnutls_x509_crt_t certificate, time_t moment), (certificate, moment))
FUNCTION(int, gnutls_x509_crt_set_dn, (gnutls_x509_crt_t certificate, const char *name, const char **mistake), (certificate, name, mistake))
FUNCTION(int, gnutls_x509_crt_set_key, (gnutls_x509_crt_t certificate, gnutls_x509_privkey_t key), (certificate, key))
FUNCTION(int, gnutls_x509_crt_set_basic_constraints, (gnutls_x509_crt_t certificate, unsigned is_authority, int path_length),
         (certificate, is_authority, path_length))
FUNCTION(int, gnutls_x509_crt_set_key_usage, (gnutls_x509_crt_t certificate, unsigned usage), (certificate, usage))
FUNCTION(int, gnutls_x509_crt_set_key_purpose_oid, (gnutls_x509_crt_t certificate, const void *purpose, unsigned is_critical),
         (certificate, purpose, is_critical))
FUNCTION(int, gnutls_x509_crt_set_subject_alt_name,
         (gnutls_x509_crt_t certificate, gnutls_x509_subject_alt_name_t kind, const void *bytes, unsigned count, unsigned flags),
         (certificate, kind, bytes, count, flags))
FUNCTION(int, gnutls_x509_crt_get_key_id, (gnutls_x509_crt_t certificate, unsigned flags, unsigned char *bytes, size_t *count),
         (certificate, flags, bytes, count))
FUNCTION(int, gnutls_x509_crt_set_subject_key_id, (gnutls_x509_crt_t certificate, const void *bytes, size_t count),
         (certificate, bytes, count))
FUNCTION(int, gnutls_x509_crt_set_authority_key_id, (gnutls_x509_crt_t certificate, const void *bytes, size_t count),
         (certificate, bytes, count))
FUNCTION(int, gnutls_x509_crt_sign2,
         (gnutls_x509_crt_t certificate, gnutls_x509_crt_t issuer, gnutls_x509_privkey_t issuer_key, gnutls_digest_algorithm_t digest,
          unsigned flags),
         (certificate, issuer, issuer_key, digest, flags))
FUNCTION(int, gnutls_x509_crt_export2, (gnutls_x509_crt_t certificate, gnutls_x509_crt_fmt_t format, gnutls_datum_t *text),
         (certificate, format, text))
FUNCTION(const char *, gnutls_strerror, (int code), (code))
