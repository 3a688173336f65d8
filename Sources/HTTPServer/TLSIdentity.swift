internal import CHTTP
internal import Synchronization

/// What a server speaks TLS with: a chain of certificates and the key of the first, as PEM.
package struct TLSIdentity: Sendable, Equatable {
  /// The chain, the server's own certificate first.
  package let certificate: [UInt8]
  /// The private key.
  package let key: [UInt8]

  /// Checks that a server can be run with the two.
  ///
  /// - Throws: in GnuTLS's words, why it cannot.
  package init(certificate: [UInt8], key: [UInt8]) throws(CertificateError) {
    try TLSLibrary.load()
    let code = unsafe tls_identity_check(certificate, certificate.count, key, key.count)
    guard code == 0 else { throw .unusable(TLSLibrary.text(of: code)) }
    self.init(checked: certificate, key)
  }

  init(checked certificate: [UInt8], _ key: [UInt8]) {
    self.certificate = certificate
    self.key = key
  }
}

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

/// GnuTLS, loaded when TLS is first asked for.
enum TLSLibrary {
  private static let isLoading = Mutex(())

  /// Loads the library, unless it is loaded.
  static func load() throws(CertificateError) {
    if let problem = isLoading.withLock({ _ in problemOfLoading() }) { throw .noLibrary(problem) }
  }

  /// Returns the library's words for one of its error codes.
  static func text(of code: Int32) -> String { unsafe tls_error_text(code).map { unsafe String(cString: $0) } ?? "error \(code)" }

  private static func problemOfLoading() -> String? {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { problem in
      guard let start = problem.baseAddress, unsafe !tls_library_load(tls_library_name, start, problem.count) else { return nil }
      return unsafe String(cString: start)
    }
  }
}
