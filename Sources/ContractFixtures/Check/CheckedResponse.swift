internal import Contract
internal import HTTPMessage

/// One answer, seen by all fixtures of its request.
struct CheckedResponse {
  private let response: Response
  private let probe: AmbiguityProbe
  private let plan: CheckPlan
  private let isMock: Bool
  private let matching: [RuleFixture]

  init(_ response: Response, to probe: AmbiguityProbe, _ plan: CheckPlan, isMock: Bool) {
    self.response = response
    self.probe = probe
    self.plan = plan
    self.isMock = isMock
    matching = probe.fixtures.filter { $0.expectation.mismatches(in: response, of: isMock ? .mock : .other) == [] }
  }

  /// `400 application/json`.
  var short: String {
    let type = response.headers["content-type"].map { " \($0.prefix { $0 != ";" })" } ?? ""
    return plan.key.redacting("\(response.status)\(type)")
  }

  /// Why the answer says nothing on the contract; nil: it does.
  var reasonNotToCount: String? {
    guard isMock, matching.isEmpty else { return nil }
    if !probe.fixtures[0].keys.isEmpty, probe.expects([401]), response.status != 401 {
      return "the mock takes any key: start it with --api-key"
    }
    return nil
  }

  /// Tells whether an edit was made that no fixture expects.
  var mayHaveCostMoney: Bool { probe.fixtures[0].asksForEdit && 200..<300 ~= response.status && !probe.expects(200..<300) }

  func outcome(of fixture: RuleFixture) -> CheckOutcome {
    if matching.contains(where: { $0.file == fixture.file }) { return .ok }
    let lines = differences(from: fixture)
    let expected = fixture.settings(under: plan.profile, on: plan.contract)
    let followed = probe.decisions.compactMap { entry -> String? in
      guard let value = probe.value(of: entry, in: matching), value != expected.value(of: entry) else { return nil }
      return "\(entry.name)=\(value)"
    }
    return followed.isEmpty ? .differs(lines) : .follows(followed, lines)
  }

  private func differences(from fixture: RuleFixture) -> [String] {
    let lines = fixture.expectation.mismatches(in: plan.key.redacting(response), of: isMock ? .mock : .other)
    return lines.isEmpty ? ["the answer holds the key"] : lines.map { plan.key.redacting($0) }
  }

  var evidence: [Evidence] {
    probe.decisions.map { entry in
      let value = probe.value(of: entry, in: matching)
      let speaking = matching.filter { $0.value(of: entry) == value }
      let isWeak = speaking.allSatisfy { $0.kind == .accept && $0.expectation.status >= 400 }
      return Evidence(decision: entry.name, value: value, file: (speaking.first ?? probe.fixtures[0]).file, isWeak: isWeak)
    }
  }
}

/// What one response says about one decision.
package struct Evidence: Sendable {
  /// The decision's name.
  package let decision: String
  /// The value that the response speaks for; nil: none.
  package let value: String?
  /// A fixture of the request.
  package let file: String
  /// Tells whether the request broke another rule, too. A server may look at that rule first, so the response says less.
  package let isWeak: Bool
}

/// What all responses together say about one decision.
package enum AmbiguityFinding: Sendable, Equatable {
  /// The value, the files that say so, and whether they all say so weakly.
  case follows(String, [String], isWeak: Bool)
  /// Values, each with a file.
  case contradictory([String])
  /// Why.
  case undecided(String)

  /// The value that the server follows; nil: not known.
  package var value: String? { if case .follows(let value, _, _) = self { value } else { nil } }

  init(_ evidence: [Evidence], unsent: String?) {
    let speaking = evidence.filter { $0.value != nil }
    let firm = speaking.filter { !$0.isWeak }
    let counted = firm.isEmpty ? speaking : firm
    let values = Set(counted.compactMap(\.value)).sorted()
    if values.count == 1 {
      self = .follows(values[0], counted.map(\.file), isWeak: firm.isEmpty)
    } else if values.count > 1 {
      self = .contradictory(values.map { value in "\(value) by \(counted.first { $0.value == value }?.file ?? "")" })
    } else if let file = evidence.first?.file {
      self = .undecided("the answer to \(file) is none of those that are known")
    } else {
      self = .undecided(unsent ?? "no request tells")
    }
  }
}
