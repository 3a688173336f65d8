internal import Contract
package import HTTPMessage
package import Journal
package import Scenarios
internal import Support

/// The whole mock without the socket: a request in, a plan for its answer out.
package final class MockService: RequestHandler {
  /// Runs the sessions through their scenarios.
  package let engine: ScenarioEngine
  /// What was asked and what came of it.
  package let journal: Journal
  package let configuration: MockConfiguration

  private let pipeline: Pipeline
  private let scripting: Scripting
  private let recorder: Recorder
  private let ids: RequestIDs

  /// - Parameters:
  ///   - log: takes a line on something that went wrong inside the mock.
  ///   - observe: called once for each request, when its answer is decided or it turns out that there is none.
  package init(
    _ configuration: MockConfiguration, log: @escaping @Sendable (String) -> Void = { _ in },
    observe: @escaping @Sendable (RequestRecord) -> Void = { _ in }
  ) {
    self.configuration = configuration
    let clock = configuration.clock
    pipeline = Pipeline(configuration, log: log)
    engine = ScenarioEngine(
      scenarios: configuration.scenarios, standard: configuration.scenario, seed: configuration.seed, clock: clock,
      changed: configuration.changedScenarios)
    scripting = Scripting(engine: engine, settings: configuration.settings, clock: clock)
    journal = Journal(limits: configuration.journal)
    recorder = Recorder(journal: journal, stopwatch: configuration.stopwatch, clock: clock, observe: observe)
    ids = RequestIDs(start: UInt64(truncatingIfNeeded: clock.unixMilliseconds) &* 1_000_003 &+ configuration.seed)
  }

  package func admit(_ head: RequestHead) -> Admission {
    switch scripting.choose(head) {
    case .scripted(let request): return .collect(intake(for: request))
    case .unknown(let refusal): return .refuse(plan(Outcome(refusal), passage(head)))
    case .unscripted:
      if let standIn = configuration.standIn, standIn.takes(head) { return .collect(intake(for: standIn, head)) }
      let passage = passage(head)
      if let outcome = pipeline.checkHead(head, passage.id) { return .refuse(plan(outcome, passage)) }
      var intake = Intake(limit: pipeline.bodyLimit(head))
      // Not the whole passage: this is made for every request.
      intake.abandoned = { [self, id = passage.id, arrived = passage.times.arrived] in
        recorder.note($0, of: RequestContext(head, id: id, now: arrived))
      }
      return .collect(intake)
    }
  }

  package func respond(to request: consuming Request) -> Work<DeliveryPlan> {
    let passage = passage(request)
    guard request.body.bytes.count > Pipeline.inlineLimit else {
      switch pipeline.step(passage.head, &request.body, passage.id, recorder.attention(to: passage)) {
      case .done(let outcome): return .ready(plan(outcome, passage))
      case .drawing(let outcome): return .deferred { [self] in plan(outcome, passage) }
      case .work(let work): return .deferred { [self] in plan(work(), passage) }
      }
    }
    let body = TakeOnce(request.body)
    return .deferred { [self] in
      var body = body.take() ?? .complete([])
      let step = pipeline.step(passage.head, &body, passage.id, recorder.attention(to: passage))
      return plan(step.finished(), passage)
    }
  }

  private func passage(_ head: RequestHead) -> RequestContext { RequestContext(head, id: ids.make(), now: recorder.now) }

  private func passage(_ request: borrowing Request, _ scripted: ScriptedRequest? = nil) -> RequestContext {
    RequestContext(request, id: ids.make(), now: recorder.now, scripted: scripted, largestBody: recorder.largestBody)
  }

  private func intake(for scripted: ScriptedRequest) -> Intake {
    var intake = Intake(limit: pipeline.bodyLimit(scripted.head))
    intake.answer = { [self] request in answer(request, scripted) }
    intake.abandoned = { [self] in
      recorder.note($0, of: RequestContext(scripted.head, id: ids.make(), now: recorder.now, scripted: scripted))
    }
    scripted.slow(&intake)
    return intake
  }

  /// The body is always taken in, also when the mock would refuse the head.
  private func intake(for standIn: any ResponseOverride, _ head: RequestHead) -> Intake {
    var intake = Intake(limit: pipeline.bodyLimit(head))
    intake.answer = { [self] request in answer(request, standIn) }
    intake.abandoned = { [self] in recorder.note($0, of: passage(head)) }
    return intake
  }

  private func answer(_ request: consuming Request, _ standIn: any ResponseOverride) -> Work<DeliveryPlan> {
    let passage = passage(request)
    let handover = TakeOnce(request)
    return .deferred { [self] in
      let request = handover.take() ?? Request(head: passage.head)
      var body = request.body
      let outcome =
        pipeline.checkHead(passage.head, passage.id)
        ?? pipeline.step(passage.head, &body, passage.id, recorder.attention(to: passage)).finished()
      let response = standIn.response(to: request, ContractResult(outcome))
      return response.map { plan($0, outcome, passage) } ?? plan(outcome, passage)
    }
  }

  /// An answer that is not the mock's own: nothing is added but the number by which the journal knows it.
  private func plan(_ response: Response, _ outcome: Outcome, _ passage: consuming RequestContext) -> DeliveryPlan {
    (passage.times.validated, passage.times.rendered) = (recorder.now, recorder.now)
    var response = response
    response.headers.set("x-mock-request-id", passage.id)
    var plan = DeliveryPlan(response)
    plan.observer = recorder.note(plan, outcome.answered(by: response), nil, of: passage)
    return plan
  }

  /// The body of a scripted request is always taken in, also when its head is refused: a step may be for just that.
  private func answer(_ request: consuming Request, _ scripted: ScriptedRequest) -> Work<DeliveryPlan> {
    let passage = passage(request, scripted)
    if let outcome = pipeline.checkHead(request.head, passage.id) { return answer(.done(outcome), passage, scripted) }
    guard request.body.bytes.count > Pipeline.inlineLimit else {
      return answer(pipeline.step(request.head, &request.body, passage.id, .form), passage, scripted)
    }
    let body = TakeOnce(request.body)
    return .deferred { [self] in
      var body = body.take() ?? .complete([])
      let outcome = pipeline.step(passage.head, &body, passage.id, .form).finished()
      return plan(outcome, passage, scripting.decide(scripted, outcome))
    }
  }

  private func answer(_ step: Step, _ passage: RequestContext, _ scripted: ScriptedRequest) -> Work<DeliveryPlan> {
    switch step {
    case .done(let outcome):
      let answer = scripting.decide(scripted, outcome)
      if answer?.changesPictures ?? false { return .deferred { [self] in plan(outcome, passage, answer) } }
      return .ready(plan(outcome, passage, answer))
    case .drawing(let outcome):
      let answer = scripting.decide(scripted, outcome)
      if answer?.keepsAnswer ?? true { return .deferred { [self] in plan(outcome, passage, answer) } }
      return .ready(plan(outcome, passage, answer))
    case .work(let work):
      return .deferred { [self] in
        let outcome = work()
        return plan(outcome, passage, scripting.decide(scripted, outcome))
      }
    }
  }

  private func plan(_ outcome: Outcome, _ passage: consuming RequestContext, _ answer: ScriptedResponse? = nil) -> DeliveryPlan {
    passage.times.validated = recorder.now
    var plan: DeliveryPlan
    if let answer, let scripted = passage.scripted {
      let texts = scripting.texts(answer, outcome, scripted, passage.id)
      var response = scripting.response(answer, outcome, texts)
      mark(&response, answer.keepsAnswer ? outcome : Outcome(response, warnings: outcome.warnings), passage.head, passage.id)
      scripting.mark(&response, answer)
      plan = scripting.plan(response, answer, texts)
    } else {
      var response = outcome.response()
      mark(&response, outcome, passage.head, passage.id)
      plan = DeliveryPlan(response)
    }
    passage.times.rendered = recorder.now
    plan.observer = recorder.note(plan, outcome, answer, of: passage)
    return plan
  }

  /// Adds what every answer carries.
  private func mark(_ response: inout Response, _ outcome: Outcome, _ head: RequestHead, _ id: String) {
    let route = Route(head.path)
    CrossOrigin.allow(&response)
    if route != .own {
      if route == .dgrid { response.headers.append("x-request-id", id) }
      if route == .dgrid, pipeline.settings[Ambiguities.dgridErrorEnvelope] == .newapi {
        response.headers.append("X-Oneapi-Request-Id", id)
      }
      response.headers.append("x-mock-request-id", id)
    }
    if !outcome.violations.isEmpty { response.headers.append("x-mock-rule", outcome.violations.ruleIDs.joined(separator: ", ")) }
    if !outcome.warnings.isEmpty { response.headers.append("x-mock-warning", outcome.warnings.ruleIDs.joined(separator: ", ")) }
  }
}

extension Pipeline {
  init(_ configuration: MockConfiguration, log: @escaping @Sendable (String) -> Void) {
    let keys = KeyRing(configuration.keys)
    let darkroom = RenderCache(cacheLimit: configuration.cacheLimit)
    let generated = GeneratedImages(folder: configuration.generatedFolder, memoryLimit: configuration.cacheLimit, log: log)
    let fetcher = ImageFetcher(mappings: configuration.urlMap, generated: generated)
    let clock = configuration.clock
    venice = VeniceService(
      contract: VeniceContract(settings: configuration.settings, keys: keys), darkroom: darkroom, fetcher: fetcher, seed: configuration.seed
    )
    dgrid = DGridService(
      contract: DGridContract(settings: configuration.settings, keys: keys), darkroom: darkroom, fetcher: fetcher, generated: generated,
      seed: configuration.seed, now: { clock.unixMilliseconds / 1_000 })
    files = StaticFiles(fetcher: fetcher)
  }
}

extension [Violation] {
  /// The ids of the rules, each once, in order.
  var ruleIDs: [String] {
    var ids: [String] = []
    for breach in self where !ids.contains(breach.rule.id) { ids.append(breach.rule.id) }
    return ids
  }
}
