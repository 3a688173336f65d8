import Contract
import ContractFixtures
import HTTPMessage
import Testing

@Suite("The answer to a request tells which value of a decision a server follows", .timeLimit(.minutes(15)))
struct ContestTests {
  /// A mock of a profile with one decision taken otherwise, or not, and what its answer to a probe speaks for.
  struct Telling: Sendable, CustomStringConvertible {
    let profile: Profile
    let decision: String
    let value: String
    let file: String
    /// nil: for nothing.
    let told: String?

    var description: String { "\(file) under \(profile.rawValue) with \(decision)=\(value): \(told ?? "nothing")" }
  }

  private static let tellings = Result {
    let mocks = Mocks()
    return try AmbiguityProbe.all(of: RuleFixture.shipped()).flatMap { $0.tellings(mocks) }
  }

  @Test("every decision has a request whose answer tells all its values apart, in each profile", arguments: Ambiguities.all.map(\.name))
  func tellsApart(_ name: String) throws {
    let entry = try #require(Ambiguities.all.first { $0.name == name })
    for profile in Profile.allCases {
      let tellings = try Self.tellings.get().filter { $0.decision == name && $0.profile == profile }
      let files = Dictionary(grouping: tellings, by: \.file)
      let isTold = files.values.contains { tellings in
        entry.values.allSatisfy { value in tellings.contains { $0.value == value && $0.told == value } }
      }
      let sets = entry.values.map { "\"set\": [\"\(name)=\($0)\"]" }.joined(separator: " and ")
      #expect(isTold, "\(profile.rawValue): write fixtures with the same request and \(sets)")
    }
  }

  @Test("no answer speaks for a value that the server does not follow")
  func misleadsNowhere() throws {
    let misleading = try Self.tellings.get().filter { $0.told != nil && $0.told != $0.value }
    #expect(misleading.map(\.description) == [])
  }
}

extension AmbiguityProbe {
  /// Nothing where no fixture is expected to hold under the profile: then it is not sent.
  fileprivate func tellings(_ mocks: Mocks) -> [ContestTests.Telling] {
    guard !decisions.isEmpty else { return [] }
    let request = fixtures[0].request()
    return Profile.allCases.filter { profile in fixtures.contains { $0.holds(under: profile) } }.flatMap { profile in
      decisions.flatMap { entry in
        entry.values.compactMap { value in
          var settings = Settings(profile: profile)
          guard (try? settings.set("\(entry.name)=\(value)")) != nil else { return nil }
          let response = mocks.mock(for: fixtures[0], under: settings).response(to: request)
          // As another server's answer: without what only the mock says.
          let matching = fixtures.filter { $0.expectation.mismatches(in: response, of: .other) == [] }
          return ContestTests.Telling(
            profile: profile, decision: entry.name, value: value, file: fixtures[0].file, told: self.value(of: entry, in: matching))
        }
      }
    }
  }
}
