package import Contract
internal import Support

/// What is checked, and what it may cost.
package struct CheckPlan: Sendable {
  package var api: API
  /// What is expected of the server.
  package var profile: Profile
  /// The day whose Venice contract is expected.
  package var contract: ContractDate
  package var key: CheckKey
  /// Whether requests are sent that a service may charge for.
  package var allowsPaid: Bool
  /// Rules or files; none: all of the API.
  package var only: [RuleSelector]
  /// Between two requests.
  package var pause: Duration

  package init(
    api: API, profile: Profile = .documented, contract: ContractDate = VeniceContracts.asked, key: CheckKey = .standard,
    allowsPaid: Bool = false, only: [RuleSelector] = [], pause: Duration = .zero
  ) {
    self.api = api
    self.profile = profile
    self.contract = contract
    self.key = key
    self.allowsPaid = allowsPaid
    self.only = only
    self.pause = pause
  }

  /// The longest that a run waits where the server answers 429, all its waits together.
  package static let longestWait = Duration.seconds(120)

  /// What a run is going to take, as one line for a person; nil: no time worth telling.
  package var announcement: String? {
    guard pause > .zero, let contests = try? contests() else { return nil }
    let paid = contests.count { $0.fixtures.contains(where: \.isPaid) }
    let count = contests.count - (allowsPaid ? 0 : paid)
    let minutes = (pause * count).components.seconds / 60 + 1
    let cost = allowsPaid ? ", \(paid) of them edits that are charged for" : ""
    return "at most \(count) requests\(cost), with a pause between two: up to \(minutes) min without the time of their answers"
  }

  /// The day whose fixtures are meant: DGrid's have one contract.
  private var day: ContractDate { api == .dgrid ? VeniceContracts.asked : contract }

  /// The requests that a row of the table comes from, in the order of the ledger.
  func contests() throws(FixtureError) -> [AmbiguityProbe] {
    let shipped = try RuleFixture.shipped { $0.hasPrefix("\(api.rawValue).") }
    let fixtures = shipped.filter { $0.contracts.contains(day) }
    return AmbiguityProbe.all(of: sorted(fixtures, by: \.self)).filter { !rows(of: $0).isEmpty }
  }

  /// In the order of the ledger, each rule's by name.
  func sorted(_ rows: [CheckRow]) -> [CheckRow] { sorted(rows, by: \.fixture) }

  private func sorted<Element>(_ elements: [Element], by fixture: (Element) -> RuleFixture) -> [Element] {
    let order = Dictionary(uniqueKeysWithValues: Ledger.rules.enumerated().map { ($1.id, $0) })
    func place(_ element: Element) -> (Int, String) { (order[fixture(element).rule] ?? 0, fixture(element).file) }
    return elements.sorted { place($0) < place($1) }
  }

  /// The fixtures of the contest that are expected to hold and were asked for.
  func rows(of contest: AmbiguityProbe) -> [RuleFixture] {
    contest.fixtures.filter { fixture in
      fixture.holds(under: profile, on: day) && (only.isEmpty || only.contains { $0.selects(fixture.file) })
    }
  }
}
