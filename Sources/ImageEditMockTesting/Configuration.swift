internal import Contract
internal import MockServer
internal import MockService

extension ImageEditMock {
  /// The settings of a mock; a mistake in them is thrown when the mock starts.
  ///
  ///     try await withImageEditMock(.init(profile: .live, keys: ["right"])) { mock in … }
  public struct Configuration: Sendable {
    /// What is followed where documentation and live service disagree.
    public enum Profile: String, Sendable, CaseIterable {
      /// What the pages say.
      case documented
      /// What clients reported of the live services.
      case live
    }

    /// What is followed where documentation and live service disagree.
    public var profile: Profile
    /// The day whose Venice contract is served: `2026-06-19`, `2026-08-21` or `newest`.
    public var veniceContract: String
    /// Ambiguities of the profile to be overridden, such as `["venice.quality-field": "reject"]`.
    public var overrides: [String: String]
    /// The valid keys; none: any bearer token is valid.
    public var keys: [String]
    /// Another seed draws another set of pictures.
    public var seed: UInt64
    /// The scenario of requests that choose none.
    public var scenario: String?
    /// A folder of scenario files that adds to the shipped ones; read once, and its names win.
    public var scenarioFolder: String?

    /// Creates a configuration; without arguments it is that of `image-edit-mock serve` without options.
    public init(
      profile: Profile = .documented, veniceContract: String = "2026-06-19", overrides: [String: String] = [:], keys: [String] = [],
      seed: UInt64 = 0, scenario: String? = nil, scenarioFolder: String? = nil
    ) {
      self.profile = profile
      self.veniceContract = veniceContract
      self.overrides = overrides
      self.keys = keys
      self.seed = seed
      self.scenario = scenario
      self.scenarioFolder = scenarioFolder
    }
  }
}

extension ImageEditMock.Configuration {
  /// What the mock is started with; a property of the configuration reaches the mock here.
  var settings: ServerSettings {
    var settings = ServerSettings()
    // In order, so that of several mistakes always the same is told.
    let assignments = overrides.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    settings.contract = ContractChoice(
      profile: profile == .live ? .live : .documented, veniceContract: veniceContract, overrides: assignments)
    settings.keys = keys
    settings.scenario = scenario
    settings.scenarioFolder = scenarioFolder
    settings.service.seed = seed
    return settings
  }
}
