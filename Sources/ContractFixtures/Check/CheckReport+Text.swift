internal import Contract
internal import Support

extension CheckReport {
  /// All that a person reads: the table, the differences, the summary.
  package var text: String { table + differences + summary }

  /// A line for each fixture: what was expected, what came, the verdict.
  package var table: String {
    TextTable([["FIXTURE", "EXPECTED", "GOT", "VERDICT"]] + rows.map(\.cells)).aligned + "\n"
  }

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
  fileprivate var cells: [String] { [fixture.file, fixture.answer.short, got.isEmpty ? "-" : got, outcome.words] }
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
