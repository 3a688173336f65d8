internal import CHTTP

/// An authority made for one run, and a certificate that it has signed.
///
/// The authority's key is forgotten as soon as it has signed: nobody can use it for anything else.
package struct SelfSigned: Sendable {
  /// What clients are told to trust, as PEM.
  package let authority: [UInt8]
  package let identity: TLSIdentity

  /// From a day before now, for clocks that are behind; short enough for clients that take no long-lived certificates.
  private static let validity: (before: Int64, after: Int64) = (86_400, 390 * 86_400)

  /// - Parameters:
  ///   - names: what clients may call the server.
  ///   - now: seconds since 1970.
  package init(for names: [ServerName], now: Int64) throws(CertificateError) {
    try TLSLibrary.load()
    var made = unsafe tls_identity()
    defer { unsafe tls_identity_free(&made) }
    let code = unsafe Self.withNames(names) {
      unsafe tls_identity_make($0, $1, now - Self.validity.before, now + Self.validity.after, &made)
    }
    guard code == 0, let authority = unsafe made.authority, let certificate = unsafe made.certificate, let key = unsafe made.key else {
      throw .unusable("no certificate could be made: \(TLSLibrary.text(of: code))")
    }
    self.authority = unsafe Array(String(cString: authority).utf8)
    identity = unsafe TLSIdentity(checked: Array(String(cString: certificate).utf8), Array(String(cString: key).utf8))
  }

  /// All names in C's form; their bytes lie one after the other in a buffer.
  private static func withNames(_ names: [ServerName], _ body: (UnsafePointer<tls_server_name>?, Int) -> Int32) -> Int32 {
    let bytes = names.flatMap(\.bytes).map { CChar(bitPattern: $0) }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      let list = unsafe names.map { name in
        defer { offset += name.bytes.count }
        return unsafe tls_server_name(
          is_address: name.isAddress, bytes: buffer.baseAddress.map { unsafe $0 + offset }, count: name.bytes.count)
      }
      return unsafe list.withUnsafeBufferPointer { unsafe body($0.baseAddress, $0.count) }
    }
  }
}
