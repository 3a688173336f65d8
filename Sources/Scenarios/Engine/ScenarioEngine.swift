package import HTTPMessage
package import RequestMatching
package import Support
internal import Synchronization

/// Runs every session through its scenario. Sessions never touch: each has a course of its own in each scenario.
package final class ScenarioEngine: Sendable {
  struct State {
    var scenarios: ScenarioSet
    var courses: [SessionKeyOfScenario: (course: SessionState, lastUse: UInt64)] = [:]
    /// Bytes of the names of the sessions that have courses.
    var nameBytes = 0
    /// The scenario of requests that choose none, whose session has none of its own.
    var standard: String?
    var assigned: [String: String] = [:]
    /// Bytes of the names of those sessions.
    var assignedBytes = 0
    /// Scenarios that were given while the mock runs.
    var added: [String: Scenario] = [:]
    var uses: UInt64 = 0

    mutating func assign(_ name: String?, to session: String) {
      if name == nil, assigned[session] != nil { assignedBytes -= session.utf8.count }
      assigned[session] = name
    }

    mutating func forget(_ key: SessionKeyOfScenario) {
      if courses.removeValue(forKey: key) != nil { nameBytes -= key.session.utf8.count }
    }
  }

  struct SessionKeyOfScenario: Hashable {
    let session: String
    let scenario: String
  }

  let state: Mutex<State>
  /// The scenario of requests that choose none, as the command line has it.
  let standard: String?
  private let seed: UInt64
  private let clock: Clock
  /// Gives other scenarios when there are any. The lock is held until they are in place, so that nobody goes by the old ones meanwhile.
  private let newScenarios: Mutex<(@Sendable () -> ScenarioSet?)?>

  /// Most courses that are remembered; beyond it the one not used for longest begins anew. One takes about a kilobyte.
  package static let courseLimit = 100_000
  /// Most bytes of their sessions' names: one can be as long as a header block.
  package static let courseNameLimit = 32 << 20

  /// - Parameters:
  ///   - standard: the scenario of requests that choose none.
  ///   - seed: for scenarios without one of their own.
  ///   - changed: asked before each choice; the scenarios anew when they have changed.
  package init(
    scenarios: ScenarioSet, standard: String?, seed: UInt64, clock: Clock, changed: (@Sendable () -> ScenarioSet?)? = nil
  ) {
    state = Mutex(State(scenarios: scenarios, standard: standard))
    self.standard = standard
    self.seed = seed
    self.clock = clock
    newScenarios = Mutex(changed)
  }

  /// The scenario of a request: the one its header asks for, else its bearer token, else its session's, else the server's.
  package func choice(_ head: RequestHead, key: String?, session: String) -> ScenarioChoice {
    refresh()
    // An empty header is one that a client's template left empty.
    let header = head.headers["x-mock-scenario"].map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    let asked = header ?? key.flatMap(ScenarioChoice.name(inToken:))
    let (name, scenarios) = state.withLock { (asked ?? $0.assigned[session] ?? $0.standard, $0.scenarios) }
    guard let name, name != ScenarioChoice.noScenario else { return .none }
    do {
      return try scenarios.scenario(named: name).map(ScenarioChoice.scenario) ?? .unknown(name, near: scenarios.nearest(to: name))
    } catch {
      return .unreadable(error)
    }
  }

  /// Puts changed scenarios in place. Courses of scenarios whose text is the same go on.
  package func refresh() {
    newScenarios.withLock { changed in
      guard let scenarios = changed?() else { return }
      state.withLock { $0.scenarios = $0.added.isEmpty ? scenarios : scenarios.adding($0.added) }
    }
  }

  /// What happens to a request while it is being read, by its head alone.
  package func admit(_ scenario: Scenario, _ facts: RequestFacts) -> AdmittedRequest {
    guard scenario.steps.first?.actsOnRequest == true else { return AdmittedRequest(isCounted: false) }
    let course = course(of: facts.session, in: scenario)
    let turn = turn(scenario, facts)
    let chosen = course.state.withLock { turn.admit(&$0) }
    return AdmittedRequest(isCounted: true, chosen: chosen, step: chosen.map { scenario.steps[$0.step] })
  }

  /// What the scenario answers; nil: it leaves the request alone.
  package func decide(_ scenario: Scenario, _ facts: RequestFacts, _ admitted: AdmittedRequest) -> ScriptedResponse? {
    let course = course(of: facts.session, in: scenario)
    let turn = turn(scenario, facts)
    return course.state.withLock { turn.decide(&$0, admitted: admitted.chosen, isCounted: admitted.isCounted) }
  }

  private func turn(_ scenario: Scenario, _ facts: RequestFacts) -> StepEvaluator {
    StepEvaluator(
      scenario: scenario, seed: scenario.seed ?? seed, facts: facts, now: clock.now, unixMilliseconds: clock.unixMilliseconds)
  }

  private func course(of session: String, in scenario: Scenario) -> SessionState {
    let key = SessionKeyOfScenario(session: session, scenario: scenario.name)
    return state.withLock { state in
      state.uses += 1
      if let known = state.courses[key], known.course.fingerprint == scenario.fingerprint {
        state.courses[key] = (known.course, state.uses)
        return known.course
      }
      let course = SessionState(fingerprint: scenario.fingerprint)
      if state.courses.updateValue((course, state.uses), forKey: key) == nil { state.nameBytes += session.utf8.count }
      if state.courses.count > Self.courseLimit || state.nameBytes > Self.courseNameLimit { forgetOldest(&state) }
      return course
    }
  }

  /// Forgets a tenth, so that a full table is not sorted at each request.
  private func forgetOldest(_ state: inout State) {
    for (key, _) in state.courses.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      let isFull = state.courses.count > Self.courseLimit / 10 * 9 || state.nameBytes > Self.courseNameLimit / 10 * 9
      guard isFull else { return }
      state.forget(key)
    }
  }
}
