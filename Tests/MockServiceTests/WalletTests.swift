import Formats
import HTTPMessage
import Support
import Testing

@testable import MockService

@Suite("Wallets that sign in at Venice", .timeLimit(.minutes(15)))
struct WalletTests {
  private static let names = ["domain", "uri", "version", "nonce", "issuedAt", "expirationTime", "statement"]
  private static let kept = ["venice.edit.image.required", "venice.edit.prompt.required"]

  private let clock: Clock
  private let mock: Mock

  init() {
    let clock = Clock.manual(unixTime: 1_782_000_000)
    self.clock = clock
    mock = Mock { $0.clock = clock }
  }

  private func send(_ headers: [(String, String)], key: String? = nil, to mock: Mock? = nil) -> Response {
    (mock ?? self.mock).send("POST", "/api/v1/image/edit", headers: [jsonType] + headers, key: key, body: Array("{}".utf8))
  }

  /// The challenge of a request without credentials.
  private func challenge(_ headers: [(String, String)] = [], of mock: Mock? = nil) throws -> [String: String] {
    try Self.challenge(of: send(headers, to: mock))
  }

  /// What a wallet makes of it.
  private func signed(_ challenge: [String: String], _ headers: [(String, String)] = []) -> [(String, String)] {
    [Self.signIn(challenge)] + headers
  }

  /// Returns the header of a wallet that signs in by a challenge.
  static func signIn(_ challenge: [String: String]) -> (String, String) {
    var fields = challenge
    fields["address"] = "0x" + String(repeating: "a", count: 40)
    fields["chainId"] = "eip155:8453"
    fields["type"] = "eip191"
    fields["signature"] = "0x00"
    let json = JSONOutput.object(fields.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }).serialized()
    return ("SIGN-IN-WITH-X", String(decoding: Base64.encode(json), as: UTF8.self))
  }

  /// Returns the challenge of a 402.
  static func challenge(of response: Response) throws -> [String: String] {
    var challenge: [String: String] = [:]
    for name in names { challenge[name] = try response.string("extensions", "sign-in-with-x", "info", name) }
    return challenge
  }

  @Test("A challenge names the host that was asked, begins now, and has a nonce of its own")
  func fresh() throws {
    let (first, second) = (try challenge(), try challenge())
    #expect(first["domain"] == "mock.test:8080" && first["uri"] == "http://mock.test:8080/api/v1/image/edit")
    #expect(first["issuedAt"] == "2026-06-21T00:00:00.000Z" && first["expirationTime"] == "2026-06-21T00:05:00.000Z")
    let nonces = [first["nonce"], second["nonce"]].compactMap(\.self)
    #expect(Set(nonces).count == 2 && nonces.allSatisfy { $0.utf8.count == 16 && $0.allSatisfy(\.isHexDigit) })
    clock.advance(by: .seconds(61))
    #expect(try challenge()["issuedAt"] == "2026-06-21T00:01:01.000Z")
    let proxied = try challenge([("X-Forwarded-Proto", "https")])
    #expect(proxied["uri"] == "https://mock.test:8080/api/v1/image/edit")
  }

  @Test("Another run with the same seed and clock has the same challenges; another seed has others")
  func repeatable() throws {
    func nonces(seed: UInt64) throws -> [String?] {
      let mock = Mock {
        $0.clock = .manual(unixTime: 1_782_000_000)
        $0.seed = seed
      }
      return try (0..<3).map { _ in try challenge(of: mock)["nonce"] }
    }
    let first = try nonces(seed: 1)
    #expect(try nonces(seed: 1) == first)
    #expect(try nonces(seed: 2) != first)
  }

  @Test("A wallet signs in by the challenge, once with each nonce in a session")
  func once() throws {
    let headers = signed(try challenge())
    #expect(send(headers).rules == Self.kept)
    let again = send(headers)
    #expect(again.status == 401 && again.rules == ["venice.wallet.nonce"])
    #expect(again.text == #"{"error":"Nonce has already been used","code":"X402_SIGN_IN_NONCE_REUSED"}"#)
    #expect(send(headers + [("X-Mock-Session", "other")]).rules == Self.kept)
  }

  @Test("A sign-in that is refused does not use its nonce up")
  func unused() throws {
    let challenge = try challenge()
    var wrong = challenge
    wrong["domain"] = "evil.example"
    #expect(send(signed(wrong)).rules == ["venice.wallet.domain"])
    #expect(send(signed(challenge)).rules == Self.kept)
  }

  @Test("A challenge is good for five minutes of the mock's clock", arguments: [(300, false), (301, true)])
  func aged(_ seconds: Int, _ isExpired: Bool) throws {
    var challenge = try challenge()
    challenge["expirationTime"] = nil
    clock.advance(by: .seconds(seconds))
    let response = send(signed(challenge))
    #expect(response.rules == (isExpired ? ["venice.wallet.time"] : Self.kept))
    #expect(response.text.contains("X402_SIGN_IN_EXPIRED") == isExpired)
  }

  @Test("The sign-in wins over Authorization, good or bad")
  func wins() throws {
    #expect(send([("SIGN-IN-WITH-X", "no")], key: "good").rules == ["venice.wallet.header"])
    #expect(send(signed(try challenge(), [("Authorization", "Basic x")])).rules == Self.kept)
  }

  @Test("A payment is refused on edits only, and is no credentials")
  func payments() throws {
    let payment = ("PAYMENT-SIGNATURE", "e30=")
    #expect(send([payment]).text.contains("PAYMENT_HEADER_NOT_ACCEPTED"))
    #expect(send(signed(try challenge(), [payment])).rules == ["venice.wallet.payment-header"])
    #expect(mock.send("GET", "/api/v1/models", headers: [payment], key: nil).status == 200)
  }
}
