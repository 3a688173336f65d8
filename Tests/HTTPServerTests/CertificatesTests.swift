import Testing

@testable import HTTPServer

@Suite("Certificates", .timeLimit(.minutes(15)))
struct CertificatesTests {
  private static let now: Int64 = 1_800_000_000

  @Test(
    "Server names are DNS names and IP addresses, and nothing else",
    arguments: [
      ("localhost", .name("localhost")), ("*.example.com", .name("*.example.com")), ("127.0.0.1", .address([127, 0, 0, 1])),
      ("::1", .address([UInt8](repeating: 0, count: 15) + [1])), ("", nil), ("a b", nil), ("https://a", nil), ("[::1]", nil), ("a:1", nil),
      (String(repeating: "a", count: 254), nil),
    ] as [(String, ServerName?)])
  func names(text: String, expected: ServerName?) {
    #expect(ServerName(text) == expected)
  }

  @Test("A self-signed certificate can be used by a server, and is different each time")
  func made() throws {
    let made = try SelfSigned(for: [.name("localhost")], now: Self.now)
    #expect(try TLSIdentity(certificate: made.identity.certificate, key: made.identity.key) == made.identity)
    let text = String(decoding: made.authority, as: UTF8.self)
    #expect(text.hasPrefix("-----BEGIN CERTIFICATE-----\n") && !text.contains("KEY"))
    #expect(try SelfSigned(for: [.name("localhost")], now: Self.now).authority != made.authority)
  }

  @Test("A key of another certificate, and a text that is no key, are refused in GnuTLS's words")
  func refused() throws {
    let (one, other) = (try SelfSigned(for: [], now: Self.now).identity, try SelfSigned(for: [], now: Self.now).identity)
    let mixed = #expect(throws: CertificateError.self) { try TLSIdentity(certificate: one.certificate, key: other.key) }
    #expect(mixed?.description == "The certificate and the given key do not match.")
    let none = #expect(throws: CertificateError.self) { try TLSIdentity(certificate: Array("no PEM".utf8), key: one.key) }
    #expect(none != nil && none != mixed)
  }
}
