internal import Synchronization

/// What can be changed while the mock runs.
extension ScenarioEngine {
  /// Most sessions that may have a scenario of their own.
  package static let assignmentLimit = 100_000
  /// Most scenarios that may be added: one can have a megabyte.
  package static let additionLimit = 1_000

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
        state.nameBytes = 0
        state.assigned.removeAll()
        state.assignedBytes = 0
        state.standard = standard
        state.added.removeAll()
        state.scenarios = state.scenarios.adding([:])
        return
      }
      state.assign(nil, to: session)
      for key in state.courses.keys where key.session == session { state.forget(key) }
    }
  }

  /// Has a session's requests go through a scenario unless they choose another; nil: through the one of all.
  ///
  /// - Returns: `false` when too many sessions have one.
  package func assign(_ name: String?, to session: String) -> Bool {
    state.withLock { state in
      if name != nil, state.assigned[session] == nil {
        let size = state.assignedBytes + session.utf8.count
        guard state.assigned.count < Self.assignmentLimit, size <= Self.courseNameLimit else { return false }
        state.assignedBytes = size
      }
      state.assign(name, to: session)
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
}
