package import Contract
internal import Support

/// Says what a check sends, what it expects, and what it may cost.
package struct CheckPlan: Sendable {
  /// The API that is checked.
  package var api: API
  /// The profile that the server is expected to follow.
  package var profile: Profile
  /// The day whose Venice contract is expected.
  package var contract: ContractDate
  /// The key that replaces the fixtures' valid ones.
  package var key: CheckKey
  /// Tells whether requests are sent that a service may charge for.
  package var allowsPaid: Bool
  /// The rules or fixture files to send; empty: all of the API.
  package var only: [RuleSelector]
  /// The time between two requests.
  package var pause: Duration
  /// The origin of the server, for requests that name an image of the mock: `http://127.0.0.1:9000`.
  package var origin: String

  /// Makes a plan of what is sent to which server, and what counts as right.
  package init(
    api: API, profile: Profile = .documented, contract: ContractDate = VeniceContracts.standard, key: CheckKey = .standard,
    allowsPaid: Bool = false, only: [RuleSelector] = [], pause: Duration = .zero, origin: String = RuleFixture.standardOrigin
  ) {
    self.api = api
    self.profile = profile
    self.contract = contract
    self.key = key
    self.allowsPaid = allowsPaid
    self.only = only
    self.pause = pause
    self.origin = origin
  }

  /// The longest that a check waits for 429 responses, all waits together.
  package static let longestWait = Duration.seconds(120)

  /// Says in one line how many requests a check sends and how long it takes; nil: no time worth mentioning.
  package var announcement: String? {
    guard pause > .zero, let probes = try? probes() else { return nil }
    let paid = probes.count { $0.fixtures.contains(where: \.isPaid) }
    let count = probes.count - (allowsPaid ? 0 : paid)
    let minutes = (pause * count).components.seconds / 60 + 1
    let cost = allowsPaid ? ", \(paid) of them edits that are charged for" : ""
    return "at most \(count) requests\(cost), with a pause between two: up to \(minutes) min without the time of their answers"
  }

  /// The day whose fixtures are meant: DGrid's have one contract.
  private var day: ContractDate { api == .dgrid ? VeniceContracts.standard : contract }

  /// The requests that a row of the table comes from, in the order of the ledger.
  func probes() throws(FixtureError) -> [AmbiguityProbe] {
    let shipped = try RuleFixture.shipped { $0.hasPrefix("\(api.rawValue).") }
    let fixtures = shipped.filter { $0.contracts.contains(day) }
    return AmbiguityProbe.all(of: sorted(fixtures, by: \.self)).filter { !rows(of: $0).isEmpty }
  }

  /// In the order of the ledger, each rule's by name.
  func sorted<Element>(_ elements: [Element], by fixture: (Element) -> RuleFixture) -> [Element] {
    let order = Dictionary(uniqueKeysWithValues: Ledger.rules.enumerated().map { ($1.id, $0) })
    func sortKey(_ element: Element) -> (Int, String) { (order[fixture(element).rule] ?? 0, fixture(element).file) }
    return elements.sorted { sortKey($0) < sortKey($1) }
  }

  /// The fixtures of the probe that are expected to hold and were asked for.
  func rows(of probe: AmbiguityProbe) -> [RuleFixture] {
    probe.fixtures.filter { fixture in
      fixture.holds(under: profile, on: day) && (only.isEmpty || only.contains { $0.selects(fixture.file) })
    }
  }
}

/// Selects rules or fixture files for `--only`: a rule's id, or `RULE/refuse-….json`; `*` stands for any letters.
package struct RuleSelector: Sendable, Equatable {
  private let pieces: [String]

  /// Reads a selector. Throws when nothing of the API has that name; the message names the nearest rule.
  package init(_ text: String, of api: API) throws(CheckFailure) {
    pieces = text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    let rules = Ledger.rules.map(\.id).filter { $0.hasPrefix("\(api.rawValue).") }
    let files = RuleFixture.shippedFiles.filter { $0.hasPrefix("\(api.rawValue).") }
    guard rules.contains(where: fits) || files.contains(where: fits) else {
      throw .usage("--only: '\(text)' is no rule of \(api.rawValue); did you mean \(rules.nearest(to: text))?")
    }
  }

  /// Tells whether it means the file, or the rule that it is of.
  func selects(_ file: String) -> Bool { fits(file) || fits(String(file.prefix { $0 != "/" })) }

  private func fits(_ name: String) -> Bool {
    guard pieces.count > 1 else { return name == pieces[0] }
    guard name.hasPrefix(pieces[0]) else { return false }
    var rest = name.dropFirst(pieces[0].count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let end = rest.end(of: piece) else { return false }
      rest = rest[end...]
    }
    return rest.hasSuffix(pieces[pieces.count - 1])
  }
}

extension Substring {
  /// Where the first occurrence of the text ends.
  fileprivate func end(of text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }.map { self.index($0, offsetBy: text.count) }
  }
}

/// Why a check cannot start, and what to write or do instead.
package enum CheckFailure: Error, Sendable, Equatable, CustomStringConvertible {
  case usage(String)
  /// The server did not answer the first request.
  case unreachable(String)

  /// One sentence for the user.
  package var description: String {
    switch self {
    case .usage(let text), .unreachable(let text): text
    }
  }
}
