internal import CHTTP
internal import Support
internal import Synchronization

/// What a server speaks TLS with: a chain of certificates and the key of the first, as PEM.
package struct TLSIdentity: Sendable, Equatable {
  /// The chain, the server's own certificate first.
  package let certificate: [UInt8]
  /// The private key.
  package let key: [UInt8]

  /// Checks that a server can be run with the two; throws, in GnuTLS's words, why it cannot.
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

  /// Says what is wrong with the certificate or the key.
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

/// A certificate authority that is made for one run, and a certificate that it has signed.
///
/// The authority's key is forgotten as soon as it has signed, so it cannot be used for anything else.
package struct SelfSigned: Sendable {
  /// The certificate that clients are to trust, as PEM.
  package let authority: [UInt8]
  /// What the server runs with.
  package let identity: TLSIdentity

  /// From a day before now, for clocks that are behind; short enough for clients that take no long-lived certificates.
  private static let validity: (before: Int64, after: Int64) = (86_400, 390 * 86_400)

  /// Makes both, for the names that clients may use for the server; `now` is in seconds since 1970.
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

  /// Calls the closure with all names in C's form; their bytes lie one after the other in a buffer.
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

/// A name of a server in its certificate: a DNS name or an IP address.
package enum ServerName: Sendable, Equatable {
  /// `localhost`, `*.example.com`.
  case name(String)
  /// 4 or 16 bytes in network order.
  case address([UInt8])

  /// Reads a host name, or an address as it is written, IPv6 without brackets; nil for anything else.
  package init?(_ text: String) {
    if let bytes = SocketAddress.bytes(ofLiteral: text) {
      self = .address(bytes)
      return
    }
    guard !text.isEmpty, text.utf8.count <= 253, text.utf8.allSatisfy(Self.mayStandInName) else { return nil }
    self = .name(text)
  }

  /// The bytes as they stand in a certificate.
  var bytes: [UInt8] {
    switch self {
    case .name(let name): Array(name.utf8)
    case .address(let bytes): bytes
    }
  }

  var isAddress: Bool { if case .address = self { true } else { false } }

  private static func mayStandInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "*"): true
    default: false
    }
  }
}
