package import Contract
package import Formats
package import HTTPServer
package import MockService
package import Scenarios
internal import Support

/// What a mock is started with; the options of `serve` and the library's configuration both end here.
///
/// What only the service or only the server knows is set on ``service`` and ``server`` directly. Everything else has one property here and is
/// checked in ``serviceConfiguration()``, so that a new setting works the same for the program and the library.
package struct ServerSettings: Sendable {
  /// Where `/_mock` is served.
  package enum Admin: Sendable {
    /// On the port of the APIs.
    case shared
    /// On a port of its own; 0 takes a free one.
    case own(port: Int)
    /// Nowhere.
    case none
  }

  /// Which contract is served.
  package var contract = ContractChoice()
  /// The valid keys; none: any bearer token is valid.
  package var keys: [String] = []
  /// The scenario of requests that choose none; `none` and nil switch it off.
  package var scenario: String?
  /// A folder of scenario files that adds to the shipped ones.
  package var scenarioFolder: String?
  /// Where `/_mock` is served.
  package var admin = Admin.shared
  /// Further host names that `/_mock` may be called by.
  package var allowedHosts: [String] = []
  /// The settings that need no check: seed, URL map, folder of images, journal.
  package var service = MockConfiguration()
  /// The settings of the port, the threads and the limits.
  package var server = HTTPServerConfiguration(serverName: "image-edit-mock/\(MockService.version)")

  /// Makes the settings of a mock that is started with no option.
  package init() {
    service.clock = .adjustable()
    // The rules refuse long headers first, in the API's own shape.
    server.headerLimit = server.connectionMemory
  }

  /// Returns what the service is told, with the scenarios read.
  package func serviceConfiguration() throws(ServerSettingsError) -> MockConfiguration {
    var configuration = service
    configuration.settings = try contract.settings
    guard !keys.contains(where: { $0.isEmpty || $0.contains(where: \.isWhitespace) }) else {
      throw .invalid(.keys, " has a blank in it or is empty; write the key alone, without 'Bearer'")
    }
    configuration.keys = keys
    if scenarioFolder != nil { configuration.scenarios = try ScenarioSet.shipped(with: scenarioFolder) }
    if let scenario {
      if let problem = configuration.scenarios.problem(withName: scenario) { throw .invalid(.scenario, problem) }
      configuration.scenario = scenario
    }
    return configuration
  }
}

/// Which contract is served: a profile, what overrides it, and the day of Venice's contract.
package struct ContractChoice: Sendable {
  /// The preset that decides where page and wire differ.
  package var profile: Profile
  /// `2026-06-19`, another day that has a contract, or `newest`.
  package var veniceContract: String
  /// `decision=value`; later ones win.
  package var overrides: [String]

  /// Makes a choice; without arguments, the pages' contract of the default day.
  package init(profile: Profile = .documented, veniceContract: String = VeniceContracts.standard.description, overrides: [String] = []) {
    self.profile = profile
    self.veniceContract = veniceContract
    self.overrides = overrides
  }

  /// The settings that the rules are run with.
  package var settings: Settings {
    get throws(ServerSettingsError) {
      let contract: ContractDate
      do { contract = try VeniceContracts.named(veniceContract) } catch { throw .invalid(.veniceContract, ": \(error)") }
      var settings = Settings(profile: profile, veniceContract: contract)
      for override in overrides {
        do { try settings.set(override) } catch { throw .invalid(.overrides, ": \(error)") }
      }
      return settings
    }
  }
}

/// A setting that cannot be used.
package enum ServerSettingsError: Error {
  /// The settings that can be wrong; the program and the library each have their own name for them.
  package enum Setting: Sendable { case veniceContract, overrides, keys, scenario, scenarioFolder }

  /// What is wrong and what to write instead; the text follows the setting's name.
  case invalid(Setting, String)
  /// Problems inside scenario files.
  case scenarios(DocumentProblems)
}

extension ScenarioSet {
  /// Returns the shipped scenarios and those of a folder, which win.
  package static func shipped(with folder: String?) throws(ServerSettingsError) -> ScenarioSet {
    if let folder, !folderExists(folder) {
      throw .invalid(.scenarioFolder, ": there is no folder \(folder); write the one that the scenario files are in")
    }
    do { return try load(folder: folder) } catch { throw .scenarios(error) }
  }

  /// Returns what to tell about a name that no scenario has; nil for a scenario's name and for `none`.
  package func problem(withName name: String) -> String? {
    names.contains(name) || name == ScenarioChoice.noScenario ? nil : noScenario(named: name)
  }

  /// Returns the sentence about a name that no scenario has, with the nearest names.
  package func noScenario(named name: String) -> String {
    ": there is no scenario '\(name)'; near are \(nearest(to: name).joined(separator: ", ")) (`image-edit-mock scenario list`)"
  }
}
