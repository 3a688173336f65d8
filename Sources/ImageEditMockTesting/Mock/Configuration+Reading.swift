internal import Contract
internal import MockService
internal import Scenarios
internal import Support

extension ImageEditMock.Configuration {
  /// What the service is told; a mistake is told in the words of the command line.
  func read() throws(ImageEditMockError) -> MockConfiguration {
    var configuration = MockConfiguration()
    configuration.settings = try settings
    guard !keys.contains(where: { $0.isEmpty || $0.contains(where: \.isWhitespace) }) else {
      throw ImageEditMockError("keys: one has a blank in it or is empty; write the key alone, without 'Bearer'")
    }
    configuration.keys = keys
    configuration.seed = seed
    configuration.scenarios = try scenarios
    if let scenario {
      try configuration.scenarios.check(scenario, for: "scenario")
      configuration.scenario = scenario
    }
    configuration.clock = .adjustable()
    return configuration
  }

  private var settings: Settings {
    get throws(ImageEditMockError) {
      let contract: ContractDate
      do { contract = try VeniceContracts.named(veniceContract) } catch { throw ImageEditMockError("veniceContract: \(error)") }
      var settings = Settings(profile: profile == .live ? .live : .documented, veniceContract: contract)
      // In order, so that of several mistakes it is always the same that is told.
      for (name, value) in overrides.sorted(by: { $0.key < $1.key }) {
        do { try settings.set("\(name)=\(value)") } catch { throw ImageEditMockError("overrides: \(error)") }
      }
      return settings
    }
  }

  private var scenarios: ScenarioSet {
    get throws(ImageEditMockError) {
      guard let scenarioFolder else { return .shipped }
      guard folderExists(scenarioFolder) else {
        throw ImageEditMockError("scenarioFolder: there is no folder \(scenarioFolder); write the one that the scenario files are in")
      }
      do { return try ScenarioSet.load(folder: scenarioFolder) } catch { throw ImageEditMockError(error) }
    }
  }
}

extension ScenarioSet {
  /// Refuses a name that nothing has; `none` switches off.
  func check(_ name: String, for what: String) throws(ImageEditMockError) {
    guard !names.contains(name), name != ScenarioChoice.noScenario else { return }
    let near = nearest(to: name).joined(separator: ", ")
    throw ImageEditMockError("\(what): there is no scenario '\(name)'; near are \(near) (`image-edit-mock scenario list`)")
  }
}
