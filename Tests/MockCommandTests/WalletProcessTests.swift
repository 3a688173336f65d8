import Foundation
import Testing

@Suite("A wallet that signs in over a socket", .timeLimit(.minutes(30)))
struct WalletProcessTests {
  private static func edit(_ mock: RunningMock, _ header: String = "X-Nothing: 1") throws -> String {
    let json = #"{"prompt":"x","image":"\#(mock.ready["url"] ?? "")/fixtures/small-256.png"}"#
    return try mock.curl(
      "/api/v1/image/edit", "-H", "Content-Type: application/json", "-H", header, "-d", json, "--write-out", "\n%{http_code}")
  }

  @Test("The challenge of the 402 lets it in, once, and the challenge is of the mock's own address and time")
  func signsIn() throws {
    let mock = try RunningMock("--port", "0")
    let url = try #require(mock.ready["url"] as? String)
    let offer = try #require(try Self.edit(mock).split(separator: "\n").first)
    let body = try #require(try JSONSerialization.jsonObject(with: Data(offer.utf8)) as? [String: Any])
    #expect((body["resource"] as? [String: Any])?["url"] as? String == "\(url)/api/v1/image/edit")
    let extensions = body["extensions"] as? [String: [String: Any]]
    var fields = try #require(extensions?["sign-in-with-x"]?["info"] as? [String: String])
    #expect(fields["domain"] == String(url.dropFirst("http://".count)))
    fields.merge(["address": "0x" + String(repeating: "a", count: 40), "chainId": "eip155:8453", "type": "eip191", "signature": "0x00"]) {
      $1
    }
    let header = "SIGN-IN-WITH-X: \(try JSONSerialization.data(withJSONObject: fields).base64EncodedString())"
    let status = try mock.status(
      "/api/v1/image/edit", "-H", "Content-Type: application/json", "-H", header, "-d",
      #"{"prompt":"x","image":"\#(url)/fixtures/small-256.png"}"#)
    #expect(status == "200")
    #expect(try Self.edit(mock, header).hasSuffix("\"code\":\"X402_SIGN_IN_NONCE_REUSED\"}\n401"))
    #expect(try Self.edit(mock, "PAYMENT-SIGNATURE: e30=").hasSuffix("\"code\":\"PAYMENT_HEADER_NOT_ACCEPTED\"}\n400"))
    #expect(mock.stop().code == 0)
  }
}
