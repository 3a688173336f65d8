internal import Support
internal import Synchronization

/// What can be changed and asked while the mock runs.
extension ScenarioEngine {
  /// The most sessions that may have a scenario of their own.
  package static let assignmentLimit = 100_000
  /// The most scenarios that may be added: one can have a megabyte.
  package static let additionLimit = 1_000

  /// The scenarios that can be chosen.
  package var scenarios: ScenarioSet {
    refresh()
    return state.withLock(\.scenarios)
  }

  /// Starts a session anew in every scenario and removes its assignment; nil: every session, and the scenarios that were added, too.
  package func reset(session: String? = nil) {
    state.withLock { state in
      guard let session else {
        state = State(scenarios: state.scenarios.adding([:]), standard: standard)
        return
      }
      state.assign(nil, to: session)
      state.sessions.removeAll { $0.session == session }
    }
  }

  /// Sends a session's requests through a scenario unless they choose another; nil: through the one of all sessions.
  ///
  /// Returns `false` when too many sessions have one.
  package func assign(_ name: String?, to session: String) -> Bool {
    state.withLock { state in
      if name != nil, state.assigned[session] == nil {
        let size = state.assignedBytes + session.utf8.count
        guard state.assigned.count < Self.assignmentLimit, size <= Self.sessionNameLimit else { return false }
        state.assignedBytes = size
      }
      state.assign(name, to: session)
      return true
    }
  }

  /// Sends the requests that choose no scenario, and whose session has none, through one; nil: as it was at the start.
  package func assignToAll(_ name: String?) { state.withLock { $0.standard = name ?? standard } }

  /// Returns the scenario that a session was given, and the one of all sessions.
  package func assignment(of session: String?) -> (own: String?, standard: String?) {
    state.withLock { state in (session.flatMap { state.assigned[$0] }, state.standard) }
  }

  /// Adds a scenario, which wins over others of its name; returns `false` when too many were added.
  package func add(_ scenario: Scenario) -> Bool {
    state.withLock { state in
      guard state.added[scenario.name] != nil || state.added.count < Self.additionLimit else { return false }
      state.added[scenario.name] = scenario
      return true
    }
  }

  /// Removes an added scenario; `false` when there is none of that name.
  package func removeAdded(_ name: String) -> Bool { state.withLock { $0.added.removeValue(forKey: name) != nil } }

  /// Returns the steps that a session (nil: every session) did not reach in the scenarios that it went through, in order of their names.
  package func unreachedSteps(session: String?) -> [UnreachedSteps] {
    refresh()
    let (sessions, scenarios) = state.withLock { state in
      (state.sessions.all.filter { session == nil || $0.key.session == session }, state.scenarios)
    }
    let unreached = sessions.compactMap { key, state -> UnreachedSteps? in
      // A scenario that is gone, or whose text has changed since, has no steps to speak of.
      guard let scenario = try? scenarios.scenario(named: key.scenario), scenario.fingerprint == state.fingerprint else { return nil }
      let histories = state.state.withLock(\.steps)
      let steps = scenario.steps.indices.filter { histories[$0]?.reached ?? 0 == 0 }.map { $0 + 1 }
      return steps.isEmpty ? nil : UnreachedSteps(session: key.session, scenario: key.scenario, steps: steps)
    }
    return unreached.sorted { ($0.session, $0.scenario) < ($1.session, $1.scenario) }
  }
}

/// The steps of a scenario that a session did not reach, even before chance was asked.
package struct UnreachedSteps: Sendable, Equatable {
  /// The session's name.
  package let session: String
  /// The scenario's name.
  package let scenario: String
  /// Counted from 1.
  package let steps: [Int]
}
