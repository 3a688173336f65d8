internal import CGnuTLS

/// A SHA-256 that takes its input in pieces.
///
/// Only the concatenation counts, not where the pieces were cut.
@safe package struct SHA256Hasher: ~Copyable {
  private let context: gnutls_hash_hd_t?

  package init() {
    var context: gnutls_hash_hd_t?
    GnuTLSFailure.check(unsafe gnutls_hash_init(&context, GNUTLS_DIG_SHA256))
    unsafe self.context = context
  }

  deinit { unsafe gnutls_hash_deinit(context, nil) }

  package mutating func update(_ bytes: [UInt8]) {
    if bytes.isEmpty { return }
    GnuTLSFailure.check(unsafe gnutls_hash(context, bytes, bytes.count))
  }

  /// Takes the UTF-8 form of `text`.
  package mutating func update(_ text: String) { update(Array(text.utf8)) }

  package consuming func finish() -> SHA256Digest {
    unsafe SHA256Digest.writing { output in
      unsafe gnutls_hash_output(context, output)
      return GNUTLS_E_SUCCESS
    }
  }
}
