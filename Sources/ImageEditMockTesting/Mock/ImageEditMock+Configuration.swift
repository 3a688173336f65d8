internal import Contract

extension ImageEditMock {
  /// How a mock is to be; what is wrong with it is told when the mock starts.
  public struct Configuration: Sendable {
    /// Whose word counts where documentation and live service disagree.
    public enum Profile: String, Sendable, CaseIterable {
      /// What the pages say.
      case documented
      /// What clients reported of the live services.
      case live
    }

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

    /// A configuration; without arguments, what `image-edit-mock serve` does without options.
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
