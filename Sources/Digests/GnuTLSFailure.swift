internal import CGnuTLS

/// What happens when GnuTLS refuses to hash.
enum GnuTLSFailure {
  /// Ends the process unless `code` is success.
  ///
  /// SHA-256 of bytes in memory fails only where the library itself is unusable (its self-tests failed) or memory is gone, never because
  /// of the input. No caller could do better than to stop, and any digest made up here would be a lie.
  static func check(_ code: CInt) {
    precondition(code >= GNUTLS_E_SUCCESS, "GnuTLS cannot compute SHA-256: \(unsafe String(cString: gnutls_strerror(code)))")
  }
}
