import Contract
import ContractFixtures
import HTTPMessage
import Testing

@Suite("Every rule has requests on both sides of its boundary", .timeLimit(.minutes(30)))
struct RuleFixtureTests {
  private static let first = Mocks()
  private static let second = Mocks()

  @Test("the folders of fixtures/rules are the rules of the ledger")
  func foldersAreRules() {
    #expect(Set(FixtureFolder.rules).subtracting(Ledger.rules.map(\.id)) == [])
    #expect(Set(Ledger.rules.map(\.id)).subtracting(FixtureFolder.rules) == [])
  }

  @Test("a rule has a fixture that keeps it and one that breaks it", arguments: Ledger.rules)
  func bothSides(_ rule: Rule) throws {
    let files = FixtureFolder.files.filter { $0.hasPrefix("\(rule.id)/") }
    let kinds = Set(try files.map { try FixtureFolder.fixture($0).kind })
    #expect(kinds == [.accept, rule.severity == .warning ? .warn : .refuse])
  }

  @Test("a rule is shown on both sides in each profile and contract in which it holds", arguments: Ledger.rules)
  func bothProfiles(_ rule: Rule) throws {
    let fixtures = try FixtureFolder.files.filter { $0.hasPrefix("\(rule.id)/") }.map(FixtureFolder.fixture)
    for day in VeniceContracts.all {
      for profile in Profile.allCases where Settings(profile: profile, veniceContract: day).isActive(rule) {
        let kinds = Set(fixtures.filter { $0.holds(under: profile, on: rule.api == "venice" ? day : VeniceContracts.standard) }.map(\.kind))
        #expect(kinds == [.accept, rule.severity == .warning ? .warn : .refuse], "\(profile.rawValue), \(day)")
      }
    }
  }

  @Test("a fixture names its rule when it breaks it, and only then", arguments: FixtureFolder.files)
  func namesItsRule(_ file: String) throws {
    let fixture = try FixtureFolder.fixture(file)
    #expect(fixture.expectation.rules.contains(fixture.rule) == (fixture.kind == .refuse))
    #expect(fixture.expectation.warnings.contains(fixture.rule) == (fixture.kind == .warn))
  }

  @Test("a fixture that breaks its rule does so under settings under which the rule holds", arguments: FixtureFolder.files)
  func ruleHolds(_ file: String) throws {
    let fixture = try FixtureFolder.fixture(file)
    guard fixture.kind != .accept else { return }
    for settings in fixture.allSettings {
      #expect(Ledger.rules(for: settings).contains { $0.id == fixture.rule }, "\(settings)")
    }
  }

  @Test("the ledger announces the status that a refusal has", arguments: FixtureFolder.files)
  func announcedStatus(_ file: String) throws {
    let fixture = try FixtureFolder.fixture(file)
    guard fixture.holds(under: .documented), let first = Ledger.rules.first(where: { $0.id == fixture.expectation.rules.first }) else {
      return
    }
    #expect(first.response.hasPrefix("\(fixture.expectation.status) "))
  }

  /// The second time the mock has seen the image and drawn the picture: what was work then is answered at once.
  @Test("a request gets its answer, the first time and again", arguments: FixtureFolder.files)
  func answers(_ file: String) throws {
    let fixture = try FixtureFolder.fixture(file)
    let request = fixture.request()
    for settings in fixture.allSettings {
      // A picture takes long to draw, and is the same on all days.
      if fixture.expectation.isPicture, settings.veniceContract != fixture.contracts[0] { continue }
      let mock = Self.first.mock(for: fixture, under: settings)
      #expect(fixture.expectation.mismatches(in: mock.response(to: request)) == [], "\(settings.profile.rawValue)")
      // A wallet's nonce is used up.
      guard settings == fixture.allSettings.first, !fixture.isOfWallet else { continue }
      #expect(fixture.expectation.mismatches(in: mock.response(to: request)) == [], "\(settings.profile.rawValue), the second time")
    }
  }

  @Test("another mock with the same seed gives the same bytes", arguments: FixtureFolder.pictures)
  func sameBytes(_ file: String) throws {
    let fixture = try FixtureFolder.fixture(file)
    let request = fixture.request()
    let settings = try #require(fixture.allSettings.first)
    let bodies = [Self.first, Self.second].map { $0.mock(for: fixture, under: settings).response(to: request).body }
    // Not `==` inside of #expect: a failure would print megabytes.
    let isSame = bodies[0] == bodies[1] && !bodies[0].isEmpty
    #expect(isSame)
  }
}
