internal import Contract
internal import HTTPServer
internal import MockService
internal import Scenarios
internal import Support

extension ServeOptions {
  /// What the service is told; each mistake is one line that says what to write instead.
  func mockConfiguration(_ environment: [String: String], _ output: CommandOutput) throws -> MockConfiguration {
    var configuration = MockConfiguration()
    configuration.settings = try contract.settings
    configuration.keys = try keys
    guard let seed = UInt64(seed) else {
      throw CommandFailure.usage("--seed is '\(seed)'; write a number from 0 to 18446744073709551615")
    }
    configuration.seed = seed
    configuration.urlMap = try urlMap.map(Self.mapping)
    configuration.generatedFolder = try folder(environment, output)
    configuration.journal = try journalLimits
    configuration.clock = .adjustable()
    return configuration
  }

  /// Watches the folder of scenarios; nil: there is none.
  func reloader(log: @escaping @Sendable (String) -> Void) throws -> ScenarioReloader? {
    do { return try source.scenarios.map { try ScenarioReloader(folder: $0, standard: scenario, log: log) } } catch {
      throw CommandFailure.usage("--scenarios: \(error); write the folder that the scenario files are in")
    }
  }

  /// Reads the scenarios; to be called when they are watched already, so that no edit is missed.
  func chooseScenarios(_ configuration: inout MockConfiguration) throws {
    if source.scenarios != nil { configuration.scenarios = try source.load() }
    guard let scenario else { return }
    guard configuration.scenarios.names.contains(scenario) || scenario == "none" else {
      throw CommandFailure.unknownScenario(scenario, configuration.scenarios, option: "--scenario")
    }
    configuration.scenario = scenario
  }

  var serverConfiguration: HTTPServerConfiguration {
    get throws {
      guard let port = Int(port), 0...65_535 ~= port else {
        throw CommandFailure.usage("--port is '\(port)'; write a number from 0 (any free port) to 65535")
      }
      var configuration = HTTPServerConfiguration(serverName: "image-edit-mock/\(MockCommand.version)")
      configuration.host = host
      configuration.port = port
      if record != nil { configuration.workers = Self.forwardingWorkers }
      // The rules refuse long headers first, in the API's own shape.
      configuration.headerLimit = configuration.connectionMemory
      return configuration
    }
  }

  private var keys: [String] {
    get throws {
      guard !apiKeys.contains(where: { $0.contains(where: \.isWhitespace) || $0.isEmpty }) else {
        throw CommandFailure.usage("--api-key has a blank in it or is empty; write the key alone, without 'Bearer'")
      }
      return apiKeys
    }
  }

  private static func mapping(_ text: String) throws -> URLMapping {
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2, !halves[0].contains("/") else {
      throw CommandFailure.usage("--url-map is '\(text)'; write HOST=FOLDER, for example cdn.example.com=./pictures")
    }
    guard fileExists(halves[1]) else { throw CommandFailure.usage("--url-map: there is no folder \(halves[1])") }
    return URLMapping(host: halves[0], folder: halves[1])
  }

  /// The folder asked for must work; the default one is done without when it does not.
  private func folder(_ environment: [String: String], _ output: CommandOutput) throws -> String? {
    guard generatedFolder != "none" else { return nil }
    do {
      let folder = generatedFolder ?? Self.defaultFolder(environment)
      try makeFolder(folder)
      return folder
    } catch {
      if generatedFolder != nil { throw CommandFailure.usage("--generated-dir: \(error)") }
      output.standardError("image-edit-mock: images behind url answers are kept in memory only: \(error)\n")
      return nil
    }
  }

  /// The user's cache folder; without a home, one in /tmp that is the user's own.
  private static func defaultFolder(_ environment: [String: String]) -> String {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return "\(cache)/image-edit-mock/generated" }
    if let home = environment["HOME"], home.hasPrefix("/") { return "\(home)/.cache/image-edit-mock/generated" }
    return "/tmp/image-edit-mock-\(userID())/generated"
  }
}
