internal import CHTTP

/// What a server shows and what it proves it with: a chain of certificates and the key of the first, as PEM.
package struct TLSIdentity: Sendable, Equatable {
  package let certificate: [UInt8]
  package let key: [UInt8]

  /// - Throws: when a server cannot be run with them.
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
