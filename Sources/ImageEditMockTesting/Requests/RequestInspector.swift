internal import Journal
internal import MockService
internal import Scenarios
internal import Support

/// Who can tell what was sent: a whole mock, or one session of it.
public protocol RequestInspector: Sendable {
  /// Whose requests are meant.
  var scope: WitnessScope { get }
}

/// The requests of one session, or of all.
public struct WitnessScope: Sendable {
  let service: MockService
  /// The session's; nil: all sessions.
  let key: String?

  /// What the session is called inside: a long key may be written as it is shown.
  var session: String? { key.map(service.journal.session(called:)) }

  /// What messages call it.
  var title: String { key.map { "session '\($0)'" } ?? "the mock" }

  /// Requests that had to go for want of room.
  var forgotten: Int { service.journal.forgotten(session: session) }

  /// The oldest first. To be called aside: it waits for answers that are just being sent, a tenth of a second at most.
  var entries: [JournalEntry] {
    service.journal.awaitDeliveries()
    guard let session else { return service.journal.entries }
    return service.journal.entries.filter { $0.record.session.raw == session }
  }
}

extension RequestInspector {
  /// What was asked, the oldest first; every answer that the client has read is there.
  public func requests() async -> [RecordedRequest] {
    await aside { scope.entries.map { RecordedRequest($0) } }
  }

  /// Has requests go through a scenario unless they choose another themselves; of the whole mock: those whose session has none.
  ///
  /// - Parameter name: `none` switches off what is chosen otherwise; nil: back to what it was at the start.
  public func use(scenario name: String?) throws(ImageEditMockError) {
    let engine = scope.service.engine
    if let name { try engine.scenarios.check(name, for: scope.title) }
    guard let session = scope.session else { return engine.assignToAll(name) }
    guard engine.assign(name, to: session) else {
      throw ImageEditMockError("\(ScenarioEngine.assignmentLimit) sessions have a scenario of their own; let some begin anew with reset()")
    }
  }

  /// Has journal, conduct, scenario, counts and quotas begin anew; of the whole mock, everything: added scenarios and the clock as well.
  public func reset() {
    let (service, session) = (scope.service, scope.session)
    service.engine.reset(session: session)
    service.journal.forget(session: session)
    if session == nil { service.configuration.clock.realign() }
  }
}
