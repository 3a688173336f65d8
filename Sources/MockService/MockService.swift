internal import Contract
package import HTTPMessage
package import Journal
internal import RequestMatching
package import Scenarios
internal import Support
internal import Synchronization

/// The whole mock without the socket: takes a request, gives the plan of its response.
///
/// A request becomes a ``RequestContext`` and goes forward through ``OverrideResponder``, ``ScenarioResponder`` and ``ContractResponder``:
///
///     let service = MockService(configuration)
///     switch service.admit(head) {
///     case .refuse(let plan): deliver(plan)
///     case .collect(let intake): …  // read the body, then intake.respond(Request(head: head, body: body))
///     }
package final class MockService: RequestHandler {
  /// What the mock calls itself with: in `Server`, in `/_mock/health`, in reports.
  package static let version = "0.1.0"

  /// Runs the sessions through their scenarios.
  package let engine: ScenarioEngine
  /// The requests of this run, and what came of them.
  package let journal: Journal
  /// What the service was told at start.
  package let configuration: MockConfiguration

  /// Bodies up to this size are parsed where they arrive; longer ones are parsed on a worker.
  private static let inlineLimit = 256 << 10

  private let contract: ContractResponder
  private let scenarios: ScenarioResponder
  private let responder: OverrideResponder
  private let headers: MockHeaders
  private let recorder: Recorder
  private let ids: RequestIDs

  /// Makes a service with an empty journal.
  ///
  /// - Parameters:
  ///   - log: takes a line on something that went wrong inside the mock.
  ///   - observe: called once for each request, when its response is decided or it turns out that there is none.
  package init(
    _ configuration: MockConfiguration, log: @escaping @Sendable (String) -> Void = { _ in },
    observe: @escaping @Sendable (RequestRecord) -> Void = { _ in }
  ) {
    self.configuration = configuration
    let clock = configuration.clock
    engine = ScenarioEngine(
      scenarios: configuration.scenarios, standard: configuration.scenario, seed: configuration.seed, clock: clock,
      settings: configuration.settings, changed: configuration.changedScenarios)
    contract = ContractResponder(configuration, log: log)
    scenarios = ScenarioResponder(engine: engine, settings: configuration.settings, clock: clock, next: contract)
    responder = OverrideResponder(responseOverride: configuration.responseOverride, next: scenarios)
    headers = MockHeaders(configuration.settings, clock: clock)
    journal = Journal(limits: configuration.journal)
    recorder = Recorder(journal: journal, stopwatch: configuration.stopwatch, clock: clock, observe: observe)
    ids = RequestIDs(start: UInt64(truncatingIfNeeded: clock.unixMilliseconds) &* 1_000_003 &+ configuration.seed)
  }

  /// Refuses a request by its head, or tells how its body is taken in. The body of a request that a scenario or an override answers is
  /// always taken in: a step may be for just the refusal.
  package func admit(_ head: RequestHead) -> Admission {
    var context = context(head)
    var intake = Intake(limit: contract.bodyLimit(head))
    switch scenarios.choose(context) {
    case .refused(let response): return .refuse(deliver(HandlingResult(response), context).finished())
    case .scenario(let admission):
      context.scenario = admission
      admission.apply(to: &intake)
    case .none:
      context.isOverridden = configuration.responseOverride?.takes(head) ?? false
      if !context.isOverridden, let result = contract.checkHead(context) { return .refuse(deliver(result, context).finished()) }
    }
    intake.respond = { [self, context] request in respond(to: request, context) }
    if let api = context.facts?.api { intake.respondToStall = { [self, context] in respond(to: $0, api, context) } }
    intake.abandoned = { [self, context] in recorder.record($0, of: context) }
    return .collect(intake)
  }

  private func respond(to stalled: Intake.StalledBody, _ api: API, _ context: RequestContext) -> DeliveryPlan {
    var context = context
    (context.bodyCount, context.scenario) = (stalled.received, nil)
    let text = "\(stalled), and no more came in time; send all of it, or the right length"
    return deliver(HandlingResult(MockError.response(408, text, api, configuration.settings)), context).finished()
  }

  /// Responds to a request that was not admitted before: its head is not checked, and no scenario is chosen.
  package func respond(to request: consuming Request) -> Work<DeliveryPlan> {
    let context = context(request.head)
    return respond(to: request, context)
  }

  /// Starts a session anew: journal, scenario, counts and quotas; nil: everything, with the clock, as at the start.
  package func reset(session: String?) {
    engine.reset(session: session)
    journal.forget(session: session)
    headers.minutes.reset(session: session)
    if session == nil { configuration.clock.realign() }
  }

  private func context(_ head: RequestHead) -> RequestContext { RequestContext(head, id: ids.make(), now: recorder.now) }

  private func respond(to request: consuming Request, _ admitted: RequestContext) -> Work<DeliveryPlan> {
    var context = admitted
    context.receive(request.body, at: recorder.now, largestBody: recorder.largestBody)
    // A short body that is compressed may be long when it is decoded.
    let isShort = request.body.bytes.count <= Self.inlineLimit && request.head.contentCoding == nil
    guard isShort, !context.isOverridden else {
      let carried = TakeOnce(request)
      return .deferred { [self, context] in
        let work = responder.respond(to: carried.take() ?? Request(head: context.head), context)
        return deliver(work.finished(), context).finished()
      }
    }
    switch responder.respond(to: request, context) {
    case .ready(let result): return deliver(result, context)
    case .deferred(let handle), .background(let handle): return .deferred { [self, context] in deliver(handle(), context).finished() }
    }
  }

  private func deliver(_ result: HandlingResult, _ handled: RequestContext) -> Work<DeliveryPlan> {
    var context = handled
    context.times.validated = recorder.now
    return result.response.map { [self, context] in plan($0, result, context) }
  }

  /// Marks the response with the mock's headers, has a scenario change its delivery, and records it.
  private func plan(_ unmarked: Response, _ result: HandlingResult, _ context: consuming RequestContext) -> DeliveryPlan {
    var response = unmarked
    var plan: DeliveryPlan
    if result.isOverridden {
      response.headers.set("x-mock-request-id", context.id)
      plan = DeliveryPlan(response)
    } else {
      result.reply?.complete(&response)
      headers.mark(&response, result, context)
      plan = result.reply?.plan(response) ?? DeliveryPlan(response)
    }
    context.times.rendered = recorder.now
    plan.observer = recorder.record(plan, result, of: context)
    return plan
  }
}

/// A value that is given out once, so that a closure that carries it to another thread does not keep it alive while it runs.
private final class TakeOnce<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: consuming Value) { self.value = Mutex(value) }

  /// Returns the value; nil from the second time on.
  func take() -> Value? { value.withLock { $0.take() } }
}
