internal import Contract
internal import Formats
internal import MockServer
internal import MockService
internal import Scenarios
internal import Support

/// A mock of both image-edit APIs in this process; `withImageEditMock` starts one.
///
/// Its requests are those of all sessions. They can still be read when the mock has stopped.
public struct ImageEditMock: RequestInspector {
  /// Where it listens: `http://127.0.0.1:49152`. `/_mock` is there, too.
  public let url: String

  let service: MockService

  init(_ service: MockService, url: String) {
    self.service = service
    self.url = url
  }

  /// The base URL for a client of Venice.
  public var veniceBaseURL: String { "\(url)/api/v1" }

  /// The base URL for a client of DGrid.
  public var dgridBaseURL: String { "\(url)/v1" }

  /// All requests of the mock.
  public var scope: RequestScope { RequestScope(service: service, key: nil) }

  /// Returns the session of a key: the requests that have it as their bearer token, or in `X-Mock-Session`.
  ///
  ///     let session = mock.session("test")
  ///     try await Client(baseURL: mock.veniceBaseURL, key: session.key).edit("Make it snow", picture)
  ///     #expect(await session.requests().map(\.status) == [200])
  public func session(_ key: String) -> Session { Session(mock: self, key: key) }

  /// The requests of one test: journal, conduct, scenario, counts and quotas are its own.
  public struct Session: RequestInspector {
    /// The mock that the session is in.
    public let mock: ImageEditMock
    /// The API key for the client, or the value of `X-Mock-Session` where the key must be another.
    public let key: String

    /// The requests of the session.
    public var scope: RequestScope { RequestScope(service: mock.service, key: key) }
  }
}

extension ImageEditMock {
  /// Adds a scenario, written as a file of `scenarios/` is; it wins over others of its name, until the whole mock is reset.
  ///
  ///     try mock.use(scenario: mock.addScenario("{ name: gone, description: Gone., steps: [{ respond: { status: 410 } }] }"))
  ///
  /// - Returns: its name, for `use(scenario:)`.
  /// - Throws: every problem in it, with line and column.
  @discardableResult public func addScenario(_ yaml: String) throws(ImageEditMockError) -> String {
    let scenario: Scenario
    do { scenario = try ScenarioFile.read(Array(yaml.utf8), name: "scenario", isNamed: false).get() } catch {
      throw ImageEditMockError(error)
    }
    guard service.engine.add(scenario) else {
      throw ImageEditMockError("\(ScenarioEngine.additionLimit) scenarios have been added; use another mock for more")
    }
    return scenario.name
  }

  /// Stops the clock of quotas, spans and dates. Delays run by the real one.
  public func freezeClock() { clock.freeze() }

  /// Lets a frozen clock go on from where it stands.
  public func resumeClock() { clock.thaw() }

  /// Moves the clock on, frozen or not: a client has then waited that long.
  ///
  /// - Precondition: `duration` is not negative.
  public func advanceClock(by duration: Duration) {
    precondition(duration >= .zero, "the clock cannot be moved by \(duration): it does not go back")
    clock.advance(by: duration)
  }

  private var clock: Clock { service.configuration.clock }
}

/// A request to the mock that it does not understand, with what to write instead.
public struct ImageEditMockError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A mistake at one position in a text.
  public struct Problem: Sendable, Equatable {
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted from 1.
    public let column: Int
    /// What is wrong, and what to write instead.
    public let message: String
  }

  /// What is wrong, and what to write instead.
  public let description: String
  /// The single problems, where a text was given.
  public let problems: [Problem]

  init(_ description: String) {
    self.description = description
    problems = []
  }

  init(_ found: DocumentProblems) {
    description = found.description
    problems = found.all.map { Problem(line: $0.position.line, column: $0.position.column, message: $0.message) }
  }

  init(_ error: ServerSettingsError) {
    switch error {
    case .invalid(let setting, let text): self.init("\(setting.subject)\(text)")
    case .scenarios(let problems): self.init(problems)
    }
  }
}

extension ServerSettingsError.Setting {
  /// What a message about the setting begins with.
  fileprivate var subject: String {
    switch self {
    case .veniceContract: "veniceContract"
    case .overrides: "overrides"
    case .keys: "keys: one"
    case .scenario: "scenario"
    case .scenarioFolder: "scenarioFolder"
    }
  }
}

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
