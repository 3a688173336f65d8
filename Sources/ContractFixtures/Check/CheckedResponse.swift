internal import Contract
internal import HTTPMessage

/// One answer, seen by all fixtures of its request.
struct CheckedResponse {
  private let response: Response
  private let contest: AmbiguityProbe
  private let plan: CheckPlan
  private let isMock: Bool
  private let matching: [RuleFixture]

  init(_ response: Response, to contest: AmbiguityProbe, _ plan: CheckPlan, isMock: Bool) {
    self.response = response
    self.contest = contest
    self.plan = plan
    self.isMock = isMock
    matching = contest.fixtures.filter { $0.answer.mismatches(in: response, of: isMock ? .mock : .other) == [] }
  }

  /// `400 application/json`.
  var short: String {
    let type = response.headers["content-type"].map { " \($0.prefix { $0 != ";" })" } ?? ""
    return plan.key.redacting("\(response.status)\(type)")
  }

  /// Why the answer says nothing on the contract; nil: it does.
  var reasonNotToCount: String? {
    guard isMock, matching.isEmpty else { return nil }
    if !contest.fixtures[0].keys.isEmpty, contest.expects([401]), response.status != 401 {
      return "the mock takes any key: start it with --api-key"
    }
    if contest.fixtures[0].isOfWallet, response.status == 401 { return "the mock knows its keys, so a wallet cannot sign in" }
    return nil
  }

  /// Whether an edit was made that nobody expected.
  var mayHaveCostMoney: Bool { contest.fixtures[0].asksForEdit && 200..<300 ~= response.status && !contest.expects(200..<300) }

  func outcome(of fixture: RuleFixture) -> CheckOutcome {
    if matching.contains(where: { $0.file == fixture.file }) { return .ok }
    let lines = differences(from: fixture)
    let expected = fixture.settings(under: plan.profile, on: plan.contract)
    let followed = contest.decisions.compactMap { entry -> String? in
      guard let value = contest.value(of: entry, in: matching), value != expected.value(of: entry) else { return nil }
      return "\(entry.name)=\(value)"
    }
    return followed.isEmpty ? .differs(lines) : .follows(followed, lines)
  }

  private func differences(from fixture: RuleFixture) -> [String] {
    let lines = fixture.answer.mismatches(in: plan.key.redacting(response), of: isMock ? .mock : .other)
    return lines.isEmpty ? ["the answer holds the key"] : lines.map { plan.key.redacting($0) }
  }

  var evidence: [Evidence] {
    contest.decisions.map { entry in
      let value = contest.value(of: entry, in: matching)
      let speaking = matching.filter { $0.value(of: entry) == value }
      let isWeak = speaking.allSatisfy { $0.kind == .accept && $0.answer.status >= 400 }
      return Evidence(decision: entry.name, value: value, file: (speaking.first ?? contest.fixtures[0]).file, isWeak: isWeak)
    }
  }
}
