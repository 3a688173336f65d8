import EditContract
import RuleFixtures
import Testing

@Suite("The answer to a request tells which value of a decision a server follows")
struct ContestTests {
  /// For a decision of a contest: each value, and what the mock's own answers under it speak for.
  struct Telling: Sendable {
    let decision: String
    let file: String
    let value: String
    /// nil: for nothing.
    let told: String?
    /// Values that the contest has fixtures for.
    let values: Set<String>
  }

  private static let tellings = Result { try Contest.all(of: RuleFixture.shipped()).filter { !$0.decisions.isEmpty }.flatMap(\.tellings) }

  @Test("every decision has a request whose answer tells all its values apart", arguments: Decisions.all.map(\.name))
  func tellsApart(_ name: String) throws {
    let entry = try #require(Decisions.all.first { $0.name == name })
    let whole = try Self.tellings.get().filter { $0.decision == name && $0.values == Set(entry.values) }
    let fixtures = entry.values.map { "\"set\": [\"\(name)=\($0)\"]" }.joined(separator: " and ")
    #expect(!whole.isEmpty, "write fixtures with the same request and \(fixtures)")
    #expect(Set(whole.filter { $0.told == $0.value }.map(\.value)) == Set(entry.values))
  }

  @Test("no answer speaks for a value that the server does not follow")
  func misleadsNowhere() throws {
    let misleading = try Self.tellings.get().filter { $0.told != nil && $0.told != $0.value }
    #expect(misleading.map(\.file) == [])
  }
}

extension Contest {
  fileprivate var tellings: [ContestTests.Telling] {
    let mocks = Mocks()
    return fixtures.flatMap { fixture -> [ContestTests.Telling] in
      guard let settings = fixture.allSettings.first else { return [] }
      let response = mocks.mock(for: fixture, under: settings).response(to: fixture.request())
      // As another server's answer: without what only the mock says.
      let matching = fixtures.filter { $0.answer.mismatches(in: response, of: .other) == [] }
      return decisions.compactMap { entry in
        guard let value = fixture.value(of: entry) else { return nil }
        let values = Set(fixtures.compactMap { $0.value(of: entry) })
        return ContestTests.Telling(
          decision: entry.name, file: fixture.file, value: value, told: self.value(of: entry, in: matching), values: values)
      }
    }
  }
}
