package import Contract
internal import Formats
internal import Support

/// The result of a check. Nothing in it holds the key.
package struct CheckReport: Sendable {
  /// What was checked.
  package let plan: CheckPlan
  /// A row for each fixture, in the order of the ledger.
  package let rows: [CheckRow]
  /// Tells whether the server is this mock.
  package let isMock: Bool
  /// The number of requests sent, with the first one and repeated ones.
  package let requests: Int
  /// Why the check stopped early; nil: everything was sent.
  package let stop: String?
  /// Warnings that a response may have cost money.
  package let alarms: [String]
  /// What the responses say about each decision.
  package let findings: [(decision: AmbiguityEntry, finding: AmbiguityFinding)]

  /// Returns 0 when every row is ok or skipped, 1 when a response differs or follows another value, 75 when the check was stopped.
  package var exitCode: Int32 {
    if stop != nil { return 75 }
    return rows.contains { $0.outcome.isMiss } ? 1 : 0
  }
}

/// The result of one fixture.
package enum CheckOutcome: Sendable, Equatable {
  case ok
  /// A line for each difference.
  case differs([String])
  /// Another value of these decisions than expected, as `--set` writes them; and the differences.
  case follows([String], [String])
  case skipped(String)
  case notSent

  /// Tells whether the response was not the expected one.
  package var isMiss: Bool {
    switch self {
    case .differs, .follows: true
    case .ok, .skipped, .notSent: false
    }
  }
}

/// One line of the table.
package struct CheckRow: Sendable {
  /// The fixture whose request was sent.
  package let fixture: RuleFixture
  /// The response in short; empty: there was none.
  package let got: String
  /// How the response compares with the fixture.
  package let outcome: CheckOutcome

  /// The row, where its fixture holds only under a value of a decision that the server was seen not to follow: then it had to differ.
  func explained(by findings: [(decision: AmbiguityEntry, finding: AmbiguityFinding)]) -> CheckRow {
    guard case .differs(let lines) = outcome else { return self }
    let others = findings.compactMap { entry, finding -> String? in
      guard let value = finding.value, fixture.decided.contains(where: { $0.hasPrefix("\(entry.name)=") }) else { return nil }
      return fixture.value(of: entry) == value ? nil : "\(entry.name)=\(value)"
    }
    return others.isEmpty ? self : CheckRow(fixture: fixture, got: got, outcome: .follows(others, lines))
  }
}

extension CheckReport {
  /// Returns the command that starts a mock which behaves as this server did.
  package var suggestion: String {
    let known = findings.compactMap { entry, finding in finding.value.map { (entry, $0) } }
    func overrides(_ profile: Profile) -> [String] {
      let settings = Settings(profile: profile)
      return known.filter { settings.value(of: $0.0) != $0.1 }.map { "--set \($0.0.name)=\($0.1)" }
    }
    // The expected profile first: it wins where both are as near.
    let profiles = [plan.profile] + Profile.allCases.filter { $0 != plan.profile }
    let nearest = profiles.min { overrides($0).count < overrides($1).count } ?? plan.profile
    return (["image-edit-mock serve --profile \(nearest.rawValue)"] + overrides(nearest)).joined(separator: " ")
  }

  /// Returns the table, the differences and the summary.
  package var text: String { table + differences + summary }

  /// Returns a line for each fixture: expected, got, verdict.
  package var table: String { TextTable([["FIXTURE", "EXPECTED", "GOT", "VERDICT"]] + rows.map(\.cells)).aligned + "\n" }

  private var differences: String {
    rows.filter { $0.outcome.isMiss }.map { row in
      let lines = row.outcome.differences.map { "    \($0)\n" }.joined()
      return "\(row.fixture.file): \(row.fixture.shows)\n\(lines)\n"
    }.joined()
  }

  private var summary: String {
    var text = alarms.map { "MAY HAVE COST MONEY: \($0)\n" }.joined()
    if let stop { text += "STOPPED: \(stop)\n" }
    text += "\(counts)\n\(reasons)\nWhat the answers say of the decisions (expected: \(plan.profile.rawValue)):\n\n"
    return text + TextTable(findings.map { ["  \($0.decision.name)", $0.finding.words] }).aligned
  }

  private var counts: String {
    func count(_ isCounted: (CheckOutcome) -> Bool) -> Int { rows.count { isCounted($0.outcome) } }
    let differing = count { if case .differs = $0 { true } else { false } }
    let following = count { if case .follows = $0 { true } else { false } }
    let skipped = count { if case .skipped = $0 { true } else { false } }
    return "\(rows.count) fixtures by \(requests) requests to \(isMock ? "image-edit-mock" : "a server that is not this mock"): "
      + "\(count { $0 == .ok }) ok, \(differing) differ, \(following) follow another value, \(skipped) skipped, "
      + "\(count { $0 == .notSent }) not sent."
  }

  /// Why fixtures were skipped, with how many.
  private var reasons: String {
    var counted: [(reason: String, count: Int)] = []
    for case .skipped(let reason) in rows.map(\.outcome) {
      if let index = counted.firstIndex(where: { $0.reason == reason }) { counted[index].count += 1 } else { counted.append((reason, 1)) }
    }
    return counted.map { "  \($0.count) skipped, \($0.reason)\($0.reason.contains("paid") ? " (--allow-paid sends them)" : "")\n" }.joined()
  }
}

extension CheckRow {
  fileprivate var cells: [String] { [fixture.file, fixture.expectation.short, got.isEmpty ? "-" : got, outcome.words] }
}

extension CheckOutcome {
  /// As the table says it.
  var words: String {
    switch self {
    case .ok: "ok"
    case .differs: "DIFFERS"
    case .follows(let decisions, _): "follows \(decisions.joined(separator: ", "))"
    case .skipped(let reason): "skipped: \(reason)"
    case .notSent: "not sent"
    }
  }

  var differences: [String] {
    switch self {
    case .differs(let lines), .follows(_, let lines): lines
    case .ok, .skipped, .notSent: []
    }
  }
}

extension AmbiguityFinding {
  fileprivate var words: String {
    switch self {
    case .follows(let value, let files, let isWeak):
      let requests = files.count == 1 ? "by \(files[0])" : "\(files.count) requests agree, e.g. \(files[0])"
      return "\(value): \(requests)" + (isWeak ? " (likely: another rule was broken, too)" : "")
    case .contradictory(let values): return "contradictory: \(values.joined(separator: "; "))"
    case .undecided(let why): return "undecided: \(why)"
    }
  }
}

extension CheckReport {
  /// Returns JUnit XML for a check that could not start.
  package static func junit(of api: API, unreachable why: String) -> String {
    document(api, #"tests="1" failures="0" errors="1" skipped="0""#, [errorCase(api, why)])
  }

  /// Returns JUnit XML: a case for each row; what was not sent counts as skipped.
  package var junit: String {
    let misses = rows.count { $0.outcome.isMiss }
    let skipped = rows.count { $0.outcome != .ok && !$0.outcome.isMiss }
    let errors = stop == nil ? 0 : 1
    let counts = #"tests="\#(rows.count + errors)" failures="\#(misses)" errors="\#(errors)" skipped="\#(skipped)""#
    return Self.document(plan.api, counts, rows.map(\.junit) + (stop.map { [Self.errorCase(plan.api, $0)] } ?? []))
  }

  private static func document(_ api: API, _ counts: String, _ cases: [String]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="image-edit-mock check" \(counts)>
      <testsuite name="\(api.rawValue)" \(counts) time="0">
    \(cases.joined(separator: "\n"))
      </testsuite>
    </testsuites>

    """
  }

  private static func errorCase(_ api: API, _ why: String) -> String {
    #"    <testcase classname="\#(api.rawValue)" name="the check" time="0"><error message="\#(why.escapedForXML)"></error></testcase>"#
  }
}

extension CheckRow {
  fileprivate var junit: String {
    let head = #"    <testcase classname="\#(fixture.rule.escapedForXML)" name="\#(fixture.file.escapedForXML)" time="0""#
    switch outcome {
    case .ok: return "\(head)/>"
    case .skipped, .notSent: return #"\#(head)><skipped message="\#(outcome.words.escapedForXML)"/></testcase>"#
    case .differs(let lines), .follows(_, let lines):
      let text = lines.joined(separator: "\n").escapedForXML
      return #"\#(head)><failure message="\#(outcome.words.escapedForXML)">\#(text)</failure></testcase>"#
    }
  }
}
