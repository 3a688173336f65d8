package import Contract
package import Journal
package import Scenarios
package import Support

/// What the service is told at start.
package struct MockConfiguration: Sendable {
  package var settings = Settings()
  /// The valid keys; none: any bearer token is valid.
  package var keys: [String] = []
  /// Another seed gives another set of pictures.
  package var seed: UInt64 = 0
  /// Hosts whose URLs are answered from a folder, in the order given.
  package var urlMap: [URLMapping] = []
  /// Where the images that `url` answers point to are kept over a restart; nil: in memory only.
  package var generatedFolder: String?
  /// Most bytes of rendered answers that are kept in memory.
  package var cacheLimit = 32 << 20
  /// The scenarios that requests may choose.
  package var scenarios = ScenarioSet.shipped
  /// Gives the scenarios anew when they have changed; nil: they never do.
  package var changedScenarios: (@Sendable () -> ScenarioSet?)?
  /// The scenario of requests that choose none; nil: none.
  package var scenario: String?
  /// Who answers in the mock's place, requests that go through a scenario excepted; nil: nobody.
  package var standIn: (any ResponseOverride)?
  /// What dates and quotas go by.
  package var clock = Clock.system
  /// What the times in the journal are taken with: the clock of the server before the service.
  package var stopwatch = Clock.system
  /// How much of what was asked is kept.
  package var journal = JournalLimits()

  package init() {}
}

/// A host name whose URLs stand for files of a folder: `cdn.example.com=./pictures`.
package struct URLMapping: Sendable, Equatable {
  package let host: String
  package let folder: String

  package init(host: String, folder: String) {
    self.host = host.lowercased()
    self.folder = folder
  }
}
