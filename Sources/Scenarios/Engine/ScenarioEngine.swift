package import HTTPMessage
internal import Synchronization
package import SystemCalls

/// Runs every session through its scenario. Sessions never touch: each has a course of its own in each scenario.
package final class ScenarioEngine: Sendable {
  private struct State {
    var scenarios: ScenarioSet
    var courses: [CourseKey: (course: Course, lastUse: UInt64)] = [:]
    /// The scenario of requests that choose none, whose session has none of its own.
    var standard: String?
    var assigned: [String: String] = [:]
    /// Scenarios that were given while the mock runs.
    var added: [String: Scenario] = [:]
    var uses: UInt64 = 0
  }

  private struct CourseKey: Hashable {
    let session: String
    let scenario: String
  }

  private let state: Mutex<State>
  private let standard: String?
  private let seed: UInt64
  private let timekeeper: Timekeeper
  /// Gives other scenarios when there are any. The lock is held until they are in place, so that nobody goes by the old ones meanwhile.
  private let newScenarios: Mutex<(@Sendable () -> ScenarioSet?)?>

  /// Most courses that are remembered; beyond it the one not used for longest begins anew. One takes about a kilobyte.
  private static let courseLimit = 100_000
  /// Most sessions that may have a scenario of their own.
  package static let assignmentLimit = 100_000
  /// Most scenarios that may be added: one can have a megabyte.
  package static let additionLimit = 1_000

  /// - Parameters:
  ///   - standard: the scenario of requests that choose none.
  ///   - seed: for scenarios without one of their own.
  ///   - changed: asked before each choice; the scenarios anew when they have changed.
  package init(
    scenarios: ScenarioSet, standard: String?, seed: UInt64, timekeeper: Timekeeper, changed: (@Sendable () -> ScenarioSet?)? = nil
  ) {
    state = Mutex(State(scenarios: scenarios, standard: standard))
    self.standard = standard
    self.seed = seed
    self.timekeeper = timekeeper
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
  package func decide(_ scenario: Scenario, _ facts: RequestFacts, _ admitted: AdmittedRequest) -> ScriptedAnswer? {
    let course = course(of: facts.session, in: scenario)
    let turn = turn(scenario, facts)
    return course.state.withLock { turn.decide(&$0, admitted: admitted.chosen, isCounted: admitted.isCounted) }
  }

  /// The scenarios that there are.
  package var scenarios: ScenarioSet {
    refresh()
    return state.withLock(\.scenarios)
  }

  /// Has every course of the session, or of all sessions, begin anew, and takes its own scenario away.
  ///
  /// Of all sessions: everything is as at the start, without the scenarios that were added since.
  package func reset(session: String? = nil) {
    state.withLock { state in
      guard let session else {
        state.courses.removeAll()
        state.assigned.removeAll()
        state.standard = standard
        state.added.removeAll()
        state.scenarios = state.scenarios.adding([:])
        return
      }
      state.assigned[session] = nil
      for key in state.courses.keys where key.session == session { state.courses[key] = nil }
    }
  }

  /// Has a session's requests go through a scenario unless they choose another; nil: through the one of all.
  ///
  /// - Returns: `false` when too many sessions have one.
  package func assign(_ name: String?, to session: String) -> Bool {
    state.withLock { state in
      guard name == nil || state.assigned[session] != nil || state.assigned.count < Self.assignmentLimit else { return false }
      state.assigned[session] = name
      return true
    }
  }

  /// Has the requests that choose no scenario, and whose session has none, go through one; nil: as it was at the start.
  package func assignToAll(_ name: String?) { state.withLock { $0.standard = name ?? standard } }

  /// The scenario that a session was given, and the one of all.
  package func assignment(of session: String?) -> (own: String?, standard: String?) {
    state.withLock { state in (session.flatMap { state.assigned[$0] }, state.standard) }
  }

  /// Adds a scenario, which wins over others of its name.
  ///
  /// - Returns: `false` when too many were added.
  package func add(_ scenario: Scenario) -> Bool {
    state.withLock { state in
      guard state.added[scenario.name] != nil || state.added.count < Self.additionLimit else { return false }
      state.added[scenario.name] = scenario
      state.scenarios = state.scenarios.adding(state.added)
      return true
    }
  }

  /// Takes an added scenario away; `false` when there is none of that name.
  package func removeAdded(_ name: String) -> Bool {
    state.withLock { state in
      guard state.added.removeValue(forKey: name) != nil else { return false }
      state.scenarios = state.scenarios.adding(state.added)
      return true
    }
  }

  /// The steps that a session never got as far as, of all scenarios that it went through, in the order of their names.
  ///
  /// - Parameter session: nil: of every session.
  package func unreachedSteps(session: String?) -> [UnreachedSteps] {
    refresh()
    let (courses, scenarios) = state.withLock { state in
      (state.courses.filter { session == nil || $0.key.session == session }, state.scenarios)
    }
    let unreached = courses.compactMap { key, value -> UnreachedSteps? in
      // A scenario whose text has changed since, or that is gone, has nobody to blame.
      guard let scenario = try? scenarios.scenario(named: key.scenario), scenario.fingerprint == value.course.fingerprint else {
        return nil
      }
      let histories = value.course.state.withLock(\.steps)
      let steps = scenario.steps.indices.filter { histories[$0]?.reached ?? 0 == 0 }.map { $0 + 1 }
      return steps.isEmpty ? nil : UnreachedSteps(session: key.session, scenario: key.scenario, steps: steps)
    }
    return unreached.sorted { ($0.session, $0.scenario) < ($1.session, $1.scenario) }
  }

  private func turn(_ scenario: Scenario, _ facts: RequestFacts) -> Turn {
    Turn(
      scenario: scenario, seed: scenario.seed ?? seed, facts: facts, now: timekeeper.now, unixMilliseconds: timekeeper.unixMilliseconds)
  }

  private func course(of session: String, in scenario: Scenario) -> Course {
    let key = CourseKey(session: session, scenario: scenario.name)
    return state.withLock { state in
      state.uses += 1
      if let known = state.courses[key], known.course.fingerprint == scenario.fingerprint {
        state.courses[key] = (known.course, state.uses)
        return known.course
      }
      let course = Course(fingerprint: scenario.fingerprint)
      state.courses[key] = (course, state.uses)
      if state.courses.count > Self.courseLimit { forgetOldest(&state) }
      return course
    }
  }

  /// Forgets a tenth, so that a full table is not sorted at each request.
  private func forgetOldest(_ state: inout State) {
    let oldest = state.courses.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(Self.courseLimit / 10)
    for (key, _) in oldest { state.courses[key] = nil }
  }
}

/// The steps of a scenario that a session never got as far as, chance aside.
package struct UnreachedSteps: Sendable, Equatable {
  package let session: String
  package let scenario: String
  /// Counted from 1.
  package let steps: [Int]
}

/// Which scenario a request goes through.
package enum ScenarioChoice: Sendable {
  case none
  case scenario(Scenario)
  /// There is none of that name; the nearest names.
  case unknown(String, near: [String])
  /// There is one that cannot be read.
  case unreadable(ScenarioProblems)

  /// As a name it switches off what the server or the session would choose.
  package static let noScenario = "none"

  /// The scenario that a bearer token asks for: `scenario:NAME` or `scenario:NAME:anything`.
  static func name(inToken token: String) -> String? {
    guard token.hasPrefix("scenario:") else { return nil }
    return String(token.dropFirst("scenario:".count).prefix { $0 != ":" })
  }
}

/// What a scenario has decided of a request by its head.
package struct AdmittedRequest: Sendable {
  let isCounted: Bool
  let chosen: Turn.Chosen?
  /// The step that acts while the request is read.
  package let step: ScenarioStep?

  init(isCounted: Bool, chosen: Turn.Chosen? = nil, step: ScenarioStep? = nil) {
    self.isCounted = isCounted
    self.chosen = chosen
    self.step = step
  }

  /// The number of that step, counted from 1.
  package var number: Int? { chosen.map { $0.step + 1 } }

  /// Nothing acts on the request.
  package static let untouched = AdmittedRequest(isCounted: false)
}
