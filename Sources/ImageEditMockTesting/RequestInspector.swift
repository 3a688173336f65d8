internal import Journal
internal import MockServer
internal import MockService
internal import Scenarios
internal import Support

/// Tells what was sent: to a whole mock, or in one session of it.
public protocol RequestInspector: Sendable {
  /// The requests that are inspected.
  var scope: RequestScope { get }
}

/// The earlier name of ``RequestInspector``; it goes with the next version.
@available(*, deprecated, renamed: "RequestInspector") public typealias RequestWitness = RequestInspector

/// The earlier name of ``RequestScope``; it goes with the next version.
@available(*, deprecated, renamed: "RequestScope") public typealias WitnessScope = RequestScope

/// The requests of one session, or of all.
public struct RequestScope: Sendable {
  let service: MockService
  /// The session's key; nil: all sessions.
  let key: String?

  /// The session's name inside the mock: a long key may be written as it is shown.
  var session: String? { key.map(service.journal.session(called:)) }

  /// What messages call it.
  var title: String { key.map { "session '\($0)'" } ?? "the mock" }

  /// The number of requests that the journal had no more room for.
  var forgotten: Int { service.journal.forgotten(session: session) }

  /// The entries of the journal, oldest first. Blocks while responses are being sent, a tenth of a second at most.
  var entries: [JournalEntry] {
    service.journal.awaitDeliveries()
    guard let session else { return service.journal.entries }
    return service.journal.entries.filter { $0.record.session.raw == session }
  }
}

extension RequestInspector {
  /// Returns the requests, oldest first; every one whose response the client has read is among them.
  public func requests() async -> [RecordedRequest] { await runBlocking { scope.entries.map { RecordedRequest($0) } } }

  /// Has requests go through a scenario unless they choose another themselves; of the whole mock: those whose session has none.
  ///
  ///     try session.use(scenario: "rate-limited-then-ok")
  ///
  /// - Parameter name: `none` switches off what is chosen otherwise; nil: back to what it was at the start.
  public func use(scenario name: String?) throws(ImageEditMockError) {
    let engine = scope.service.engine
    if let name, let problem = engine.scenarios.problem(withName: name) { throw ImageEditMockError("\(scope.title)\(problem)") }
    guard let session = scope.session else { return engine.assignToAll(name) }
    guard engine.assign(name, to: session) else {
      throw ImageEditMockError("\(ScenarioEngine.assignmentLimit) sessions have a scenario of their own; let some begin anew with reset()")
    }
  }

  /// Resets journal, conduct, scenario, counts and quotas; of the whole mock, everything: added scenarios and the clock as well.
  public func reset() { scope.service.reset(session: scope.session) }
}
