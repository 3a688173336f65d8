import Formats
import HTTPMessage
import Testing

@testable import Contract

@Suite("Nonces of wallets", .timeLimit(.minutes(15)))
struct UsedNoncesTests {
  @Test("Each session uses a nonce once, and the oldest nonces are forgotten")
  func bounded() throws {
    let used = UsedNonces()
    for signIn in [try signIn("first"), try signIn("first", session: "other"), try signIn("first", key: "third")] {
      #expect(used.use(signIn))
      #expect(!used.use(signIn))
    }
    // Each of these is 10 kB.
    for number in 0..<UsedNonces.limit / 10_000 + 1 { #expect(used.use(try signIn("\(number) " + String(repeating: "n", count: 10_000)))) }
    #expect(used.use(try signIn("first")))
  }

  private func signIn(_ nonce: String, session: String? = nil, key: String? = nil) throws -> WalletSignIn {
    let text = Base64.encode((["nonce": .string(nonce)] as JSONOutput).serialized())
    var head = RequestHead(method: "POST", path: "/api/v1/image/edit")
    head.headers.append("SIGN-IN-WITH-X", String(decoding: text, as: UTF8.self))
    if let session { head.headers.append("X-Mock-Session", session) }
    if let key { head.headers.append("Authorization", "Bearer \(key)") }
    return try #require(WalletSignIn(head, now: 0))
  }
}
