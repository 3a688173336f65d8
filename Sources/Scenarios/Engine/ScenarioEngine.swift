package import Contract
package import Formats
package import HTTPMessage
package import RequestMatching
package import Support
internal import Synchronization

/// Runs every session through its scenario. Sessions do not affect each other: each has a state of its own in each scenario.
///
///     let request = engine.admit(scenario, facts)
///     let response = engine.decide(scenario, facts, request)
package final class ScenarioEngine: Sendable {
  struct State {
    var scenarios: ScenarioSet
    /// Beyond the limits, sessions not used for longest begin anew; the cost is the name's bytes.
    var sessions = LRUCache<SessionKey, SessionState>(countLimit: ScenarioEngine.sessionLimit, costLimit: ScenarioEngine.sessionNameLimit)
    /// The scenario of requests that choose none, whose session has none of its own.
    var standard: String?
    var assigned: [String: String] = [:]
    /// Bytes of the names in `assigned`.
    var assignedBytes = 0
    /// Scenarios that were given while the mock runs.
    var added: [String: Scenario] = [:] { didSet { scenarios = scenarios.adding(added) } }

    mutating func assign(_ name: String?, to session: String) {
      if name == nil, assigned[session] != nil { assignedBytes -= session.utf8.count }
      assigned[session] = name
    }
  }

  /// A session in a scenario.
  struct SessionKey: Hashable {
    let session: String
    let scenario: String
  }

  let state: Mutex<State>
  /// The scenario of requests that choose none, as the command line has it.
  let standard: String?
  private let seed: UInt64
  private let clock: Clock
  private let settings: Settings
  /// Returns other scenarios when there are any. The lock is held until they are in place, so that no request uses the old ones meanwhile.
  private let changed: Mutex<(@Sendable () -> ScenarioSet?)?>

  /// The most sessions in all scenarios together, about a kilobyte each; beyond it those not used for longest begin anew.
  package static let sessionLimit = 100_000
  /// The most bytes of their names: one can be as long as a header block.
  package static let sessionNameLimit = 32 << 20

  /// Makes an engine in which no session has begun.
  ///
  /// - Parameters:
  ///   - standard: the scenario of requests that choose none.
  ///   - seed: the seed of scenarios without one of their own.
  ///   - settings: decide how many failures Venice lets through.
  ///   - changed: asked before each choice; returns the scenarios anew when they have changed.
  package init(
    scenarios: ScenarioSet, standard: String?, seed: UInt64, clock: Clock, settings: Settings = Settings(),
    changed: (@Sendable () -> ScenarioSet?)? = nil
  ) {
    state = Mutex(State(scenarios: scenarios, standard: standard))
    self.standard = standard
    self.seed = seed
    self.clock = clock
    self.settings = settings
    self.changed = Mutex(changed)
  }

  /// Chooses the scenario of a request: the one its header asks for, else its bearer token, else its session's, else the server's.
  package func choice(_ head: RequestHead, key: String?, session: String) -> ScenarioChoice {
    refresh()
    // An empty header is one that a client's template left empty.
    let header = head.headers["x-mock-scenario"].map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    let asked = header ?? key.flatMap(ScenarioChoice.name(inToken:))
    let (name, scenarios) = state.withLock { (asked ?? $0.assigned[session] ?? $0.standard, $0.scenarios) }
    guard let name, name != ScenarioChoice.noScenario else { return .none }
    do {
      return try scenarios.scenario(named: name).map(ScenarioChoice.scenario) ?? .unknown(name, near: scenarios.nearest(to: name))
    } catch { return .unreadable(error) }
  }

  /// Puts changed scenarios in place; sessions go on in scenarios whose text is the same.
  package func refresh() {
    changed.withLock { changed in
      guard let scenarios = changed?() else { return }
      state.withLock { $0.scenarios = $0.added.isEmpty ? scenarios : scenarios.adding($0.added) }
    }
  }

  /// Decides what happens to a request while it is being read, by its head alone.
  package func admit(_ scenario: Scenario, _ facts: RequestFacts) -> AdmittedRequest {
    guard !scenario.requestSteps.isEmpty else { return .untouched }
    let session = session(facts.session, in: scenario)
    let evaluator = evaluator(scenario, facts)
    let chosen = session.state.withLock { evaluator.admit(&$0) }
    return AdmittedRequest(isCounted: true, chosen: chosen, step: chosen.map { scenario.steps[$0.step] })
  }

  /// Decides what the scenario responds; nil: it leaves the request alone.
  package func decide(_ scenario: Scenario, _ facts: RequestFacts, _ admitted: AdmittedRequest) -> ScriptedResponse? {
    let session = session(facts.session, in: scenario)
    let evaluator = evaluator(scenario, facts)
    return session.state.withLock { evaluator.decide(&$0, admitted: admitted.chosen, isCounted: admitted.isCounted) }
  }

  private func evaluator(_ scenario: Scenario, _ facts: RequestFacts) -> StepEvaluator {
    StepEvaluator(
      scenario: scenario, seed: scenario.seed ?? seed, facts: facts, now: clock.now, unixMilliseconds: clock.unixMilliseconds,
      settings: settings)
  }

  private func session(_ name: String, in scenario: Scenario) -> SessionState {
    let key = SessionKey(session: name, scenario: scenario.name)
    return state.withLock { state in
      if let known = state.sessions.value(for: key), known.fingerprint == scenario.fingerprint { return known }
      let session = SessionState(fingerprint: scenario.fingerprint)
      state.sessions.update(key, cost: name.utf8.count) { $0 = session }
      _ = state.sessions.evict()
      return session
    }
  }
}

/// The scenario that a request goes through.
package enum ScenarioChoice: Sendable {
  case none
  case scenario(Scenario)
  /// There is none of that name; the nearest names.
  case unknown(String, near: [String])
  /// There is one that cannot be read.
  case unreadable(DocumentProblems)

  /// The name that switches off what the server or the session would choose.
  package static let noScenario = "none"

  /// Returns the scenario that a bearer token asks for: `scenario:NAME` or `scenario:NAME:anything`.
  fileprivate static func name(inToken token: String) -> String? {
    guard token.hasPrefix("scenario:") else { return nil }
    return String(token.dropFirst("scenario:".count).prefix { $0 != ":" })
  }
}

/// What a scenario has decided of a request by its head.
package struct AdmittedRequest: Sendable {
  let isCounted: Bool
  let chosen: StepEvaluator.Chosen?
  /// The step that acts while the request is read.
  package let step: ScenarioStep?

  /// The number of that step, counted from 1.
  package var number: Int? { chosen.map { $0.step + 1 } }

  /// Nothing acts on the request.
  package static let untouched = AdmittedRequest(isCounted: false, chosen: nil, step: nil)
}

/// How far one session is in one scenario.
final class SessionState: Sendable {
  struct State: Sendable {
    /// All requests of the session that the scenario has seen.
    var requests = 0
    /// Requests counted for `nth`, by the index of the step that counts them.
    var counts: [Int: Int] = [:]
    /// By the step's index.
    var steps: [Int: StepHistory] = [:]
    /// By model.
    var rates: [String: RateWindow] = [:]
    /// Those not used for longest begin anew: names of models and users are the client's.
    var failures = LRUCache<FailureBucket, FailureRecord>(countLimit: 100, costLimit: 64 << 10)
    /// In micro-dollars.
    var spent = 0
  }

  /// What has happened to one step.
  struct StepHistory: Sendable {
    /// How often a request got as far as this step, before chance was asked.
    var reached = 0
    var responses = 0
    var firstResponse: Duration?
  }

  /// Of the scenario that this is a state in: another text begins a new state.
  let fingerprint: UInt64
  let state = Mutex(State())

  init(fingerprint: UInt64) { self.fingerprint = fingerprint }
}
