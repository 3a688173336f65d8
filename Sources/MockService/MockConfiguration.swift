package import Contract
package import Journal
package import Scenarios
package import Support

/// The settings of a service, which it gets at start.
package struct MockConfiguration: Sendable {
  /// The profile, and the values that differ from it.
  package var settings = Settings()
  /// The valid keys; none: any bearer token is valid.
  package var keys: [String] = []
  /// Another seed gives another set of pictures.
  package var seed: UInt64 = 0
  /// Hosts whose URLs stand for files of a folder, in the order given.
  package var urlMap: [URLMapping] = []
  /// The folder in which the images that `url` responses point to outlive a restart; nil: they are in memory only.
  package var generatedFolder: String?
  /// Most bytes of rendered pictures that are kept in memory.
  package var cacheLimit = 32 << 20
  /// The scenarios that requests may choose.
  package var scenarios = ScenarioSet.shipped
  /// Gives the scenarios anew when they have changed; nil: they never do.
  package var changedScenarios: (@Sendable () -> ScenarioSet?)?
  /// The scenario of requests that choose none; nil: none.
  package var scenario: String?
  /// Responds in the mock's place, except to requests that go through a scenario; nil: the mock responds to all.
  package var responseOverride: (any ResponseOverride)?
  /// The clock of dates and quotas.
  package var clock = Clock.system
  /// The clock of the times in the journal: that of the server before the service.
  package var stopwatch = Clock.system
  /// The bounds of the journal.
  package var journal = JournalLimits()

  /// Makes the configuration of a mock without options.
  package init() {}
}

/// A host name whose URLs stand for files of a folder: `cdn.example.com=./pictures`.
package struct URLMapping: Sendable, Equatable {
  /// The host, in small letters.
  package let host: String
  /// The path of the folder.
  package let folder: String

  /// Makes a mapping; the host is taken in small letters.
  package init(host: String, folder: String) {
    self.host = host.lowercased()
    self.folder = folder
  }
}
