import Contract
import HTTPMessage
import Testing

@Suite("Credentials of a request", .timeLimit(.minutes(5)))
struct BearerTokenTests {
  @Test(
    "Of a header that is not Bearer the scheme is told, and of what may be a key only the beginning",
    arguments: [
      ("Bearer k", .token("k")), ("bearer  k", .token("k")), ("Basic dTpw", .malformed("the scheme 'Basic'")),
      ("ApiKeyScheme x", .malformed("the scheme 'ApiKeyScheme'")), ("sk-live-0123456789", .malformed("the scheme 'sk-l…'")),
      ("abcdefghijklm", .malformed("the scheme 'abcd…'")), ("Bearer ", .malformed("'Bearer' without a token")), ("", .missing),
    ] as [(String, BearerToken)])
  func schemes(header: String, token: BearerToken) {
    #expect(BearerToken(RequestHead(method: "GET", path: "/", headers: HeaderList([HeaderField("Authorization", header)]))) == token)
  }
}
