internal import Contract
internal import HTTPMessage

extension RuleFixture {
  /// The request with the key in the place of one that is good; wrong and missing credentials stay as they are.
  func request(with key: CheckKey) -> Request {
    var request = self.request()
    let good = keys.isEmpty ? ["test-key"] : keys
    guard let value = request.head.headers["authorization"], let blank = value.firstIndex(of: " ") else { return request }
    let token = value[blank...].drop { $0 == " " }
    if good.contains(String(token)) { request.head.headers.set("authorization", "\(value[..<blank]) \(key.text)") }
    return request
  }

  /// Whether the request is sent with the key.
  var sendsKey: Bool { request(with: CheckKey(secret: Self.mark)).head.headers["authorization"]?.hasSuffix(Self.mark) == true }

  private static let mark = "sent-with-the-key"

  /// Whether an edit may come of the request.
  var asksForEdit: Bool {
    let head = requestHead
    return head.method == "POST" && ["/api/v1/image/edit", "/v1/images/edits", "/v1/images/edits/"].contains(head.path)
  }

  /// Whether it expects an edit: a service charges for it.
  var isPaid: Bool { asksForEdit && 200..<300 ~= answer.status }

  /// Whether the request breaks a rule that somebody vouches for, whatever is decided and whichever day's contract a service has.
  var isSurelyRefused: Bool {
    guard answer.status >= 400, contracts == VeniceContracts.all || !rule.hasPrefix("venice.") else { return false }
    return Ledger.rules.contains { rule in
      answer.rules.contains(rule.id) && rule.basis != .assumed && rule.condition == nil
        && VeniceContracts.all.allSatisfy(rule.span.contains)
    }
  }

  /// Whether a wallet signs in instead of a key.
  var isOfWallet: Bool { ["sign-in-with-x", "x-sign-in-with-x"].contains { requestHead.headers[$0] != nil } }

  /// Whether the image is one that the mock itself serves.
  var namesImageOfMock: Bool { requestText.contains(Array("/fixtures/".utf8)) }
}
