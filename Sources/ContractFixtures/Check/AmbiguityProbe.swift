package import Contract
internal import HTTPMessage

/// One request with every fixture that describes a response to it.
///
/// Where the fixtures hold under different values of a decision, the response of a server tells which value that server follows.
package struct AmbiguityProbe: Sendable {
  /// The fixtures, at least one; all have the same request, byte for byte.
  package let fixtures: [RuleFixture]

  /// Groups fixtures by their request, in the order of the first fixture of each.
  package static func all(of fixtures: [RuleFixture]) -> [AmbiguityProbe] {
    var indices: [[[UInt8]]: Int] = [:]
    var groups: [[RuleFixture]] = []
    for fixture in fixtures {
      let index = indices[fixture.requestIdentity, default: groups.count]
      indices[fixture.requestIdentity] = index
      if index == groups.count { groups.append([]) }
      groups[index].append(fixture)
    }
    return groups.map(AmbiguityProbe.init)
  }

  /// Returns the decisions that the request can settle: its fixtures name them and hold under different values.
  package var decisions: [AmbiguityEntry] {
    Ambiguities.all.filter { entry in
      fixtures.contains { $0.decided.contains { $0.hasPrefix("\(entry.name)=") } }
        && Set(fixtures.compactMap { $0.value(of: entry) }).count > 1
    }
  }

  /// Returns the one value of the decision under which all matching fixtures hold; nil: there are several, or none.
  package func value(of entry: AmbiguityEntry, in matching: [RuleFixture]) -> String? {
    let values = Set(matching.compactMap { $0.value(of: entry) })
    return values.count == 1 ? values.first : nil
  }

  /// Tells whether one of its fixtures expects one of these statuses.
  func expects(_ statuses: some Sequence<Int>) -> Bool { fixtures.contains { statuses.contains($0.expectation.status) } }

  /// Why its request is not sent; nil: it is.
  func reasonNotToSend(_ plan: CheckPlan, isMock: Bool) -> String? {
    if fixtures[0].requestHead.headers["host"] != nil { return "it is for another host name" }
    if !isMock, fixtures[0].namesImageOfMock { return "its image is on the mock" }
    if fixtures[0].isOfWallet { return "it needs a wallet's signature" }
    if !isMock || plan.key != .standard, fixtures[0].needsAnyKey { return "it holds only where any key is valid" }
    if plan.allowsPaid { return nil }
    if fixtures.contains(where: \.isPaid) { return "paid" }
    // One fault that is beyond doubt is enough: the request stays the same under every value of the decision.
    if !isMock, fixtures[0].asksForEdit, !fixtures.contains(where: \.isSurelyRefused) {
      return "perhaps paid: its refusal is assumed, or hangs on a decision or a day"
    }
    return nil
  }
}

extension RuleFixture {
  /// What makes two fixtures' requests equal: the text and the valid keys.
  fileprivate var requestIdentity: [[UInt8]] { [requestText] + keys.map { Array($0.utf8) } }

  /// Returns the decision's value under which the fixture holds; nil: it depends on the profile.
  package func value(of entry: AmbiguityEntry) -> String? {
    let values = Set(allSettings.map { $0.value(of: entry) })
    return values.count == 1 ? values.first : nil
  }

  /// The request with the key in the place of one that is good, and the mock's images at the origin; wrong and missing credentials stay as
  /// they are.
  func request(with key: CheckKey, origin: String = standardOrigin) -> Request {
    var request = self.request()
    request.body = .complete(replacing(Self.standardOrigin, with: origin, in: request.body.bytes))
    let good = keys.isEmpty ? ["test-key"] : keys
    guard let value = request.head.headers["authorization"], let blank = value.firstIndex(of: " ") else { return request }
    let token = value[blank...].drop { $0 == " " }
    if good.contains(String(token)) { request.head.headers.set("authorization", "\(value[..<blank]) \(key.text)") }
    return request
  }

  /// Tells whether the request is sent with the key.
  var sendsKey: Bool { request(with: CheckKey(secret: Self.mark)).head.headers["authorization"]?.hasSuffix(Self.mark) == true }

  private static let mark = "sent-with-the-key"

  /// Tells whether its token is not sent as the key, and yet expected to be valid: so it is where the mock was given no keys.
  var needsAnyKey: Bool {
    guard keys.isEmpty, ![401, 402].contains(expectation.status), case .token = BearerToken(requestHead) else { return false }
    return !sendsKey
  }

  /// Tells whether an edit may come of the request.
  var asksForEdit: Bool {
    let head = requestHead
    return head.method == "POST" && ["/api/v1/image/edit", "/v1/images/edits", "/v1/images/edits/"].contains(head.path)
  }

  /// Tells whether it expects an edit: a service charges for it.
  var isPaid: Bool { asksForEdit && 200..<300 ~= expectation.status }

  /// Tells whether the request breaks a rule that is documented or was seen, whatever is decided and whichever day's contract a service has.
  var isSurelyRefused: Bool {
    guard expectation.status >= 400, contracts == VeniceContracts.all || !rule.hasPrefix("venice.") else { return false }
    return Ledger.rules.contains { rule in
      expectation.rules.contains(rule.id) && rule.basis != .assumed && rule.condition == nil
        && VeniceContracts.all.allSatisfy(rule.span.contains)
    }
  }

  /// Tells whether a wallet signs in instead of a key.
  package var isOfWallet: Bool { ["sign-in-with-x", "x-sign-in-with-x"].contains { requestHead.headers[$0] != nil } }

  /// Tells whether the image is one that the mock itself serves.
  var namesImageOfMock: Bool { requestText.contains(Array("/fixtures/".utf8)) }

  /// Where fixtures have the mock: it listens there without options.
  package static let standardOrigin = "http://127.0.0.1:8080"

  /// Returns bytes of a request that names an image of the mock, or of the response to it, with one origin in the other's place.
  func replacing(_ origin: String, with other: String, in bytes: [UInt8]) -> [UInt8] {
    namesImageOfMock ? bytes.replacing(Array(origin.utf8), with: Array(other.utf8)) : bytes
  }
}
