/// Why there is no certificate to serve with.
package enum CertificateError: Error, Sendable, Equatable, CustomStringConvertible {
  /// GnuTLS is not on this machine.
  case noLibrary(String)
  /// In GnuTLS's words: `The certificate and the given key do not match.`
  case unusable(String)

  package var description: String {
    switch self {
    case .noLibrary(let reason): "TLS is spoken by GnuTLS, which is not here; install it (Debian: libgnutls30). \(reason)"
    case .unusable(let reason): reason
    }
  }
}
