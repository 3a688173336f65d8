internal import EditContract
package import HTTPMessage
package import Scenarios
internal import SystemCalls

/// The whole mock without the socket: a request in, a plan for its answer out.
package struct MockService: RequestHandler {
  /// Runs the sessions through their scenarios.
  package let engine: ScenarioEngine

  private let pipeline: Pipeline
  private let scripting: Scripting
  private let ids: RequestIDs
  private let explainsMisses: Bool
  private let observe: @Sendable (RequestRecord) -> Void

  /// - Parameters:
  ///   - log: takes a line on something that went wrong inside the mock.
  ///   - observe: called once for each request, when its answer is decided.
  package init(
    _ configuration: MockConfiguration, log: @escaping @Sendable (String) -> Void = { _ in },
    observe: @escaping @Sendable (RequestRecord) -> Void = { _ in }
  ) {
    let clock = configuration.timekeeper
    pipeline = Pipeline(configuration, log: log)
    engine = ScenarioEngine(
      scenarios: configuration.scenarios, standard: configuration.scenario, seed: configuration.seed, timekeeper: clock,
      changed: configuration.changedScenarios)
    scripting = Scripting(engine: engine, settings: configuration.settings, timekeeper: clock)
    ids = RequestIDs(start: UInt64(truncatingIfNeeded: clock.unixMilliseconds) &* 1_000_003 &+ configuration.seed)
    explainsMisses = configuration.explainsMisses
    self.observe = observe
  }

  package func admit(_ head: RequestHead) -> Admission {
    switch scripting.choose(head) {
    case .scripted(let request): return .collect(intake(for: request))
    case .unknown(let refusal): return .refuse(plan(Outcome(refusal), head, ids.make()))
    case .unscripted:
      let id = ids.make()
      if let outcome = pipeline.checkHead(head, id) { return .refuse(plan(outcome, head, id)) }
      return .collect(upTo: pipeline.bodyLimit(head))
    }
  }

  package func answer(_ request: consuming Request) -> Answer {
    let head = request.head
    let id = ids.make()
    guard request.body.bytes.count > Pipeline.inlineLimit else {
      switch pipeline.step(head, &request.body, id) {
      case .done(let outcome): return .now(plan(outcome, head, id))
      case .work(let work): return .later { plan(work(), head, id) }
      }
    }
    let body = Handover(request.body)
    return .later {
      var body = body.take() ?? .complete([])
      let step = pipeline.step(head, &body, id)
      return plan(step.finished(), head, id)
    }
  }

  private func intake(for scripted: ScriptedRequest) -> Intake {
    var intake = Intake(limit: pipeline.bodyLimit(scripted.head))
    intake.answer = { request in answer(request, scripted) }
    scripted.slow(&intake)
    return intake
  }

  /// The body of a scripted request is always taken in, also when its head is refused: a step may be for just that.
  private func answer(_ request: consuming Request, _ scripted: ScriptedRequest) -> Answer {
    let id = ids.make()
    if let outcome = pipeline.checkHead(request.head, id) { return answer(.done(outcome), scripted, id) }
    guard request.body.bytes.count > Pipeline.inlineLimit else {
      return answer(pipeline.step(request.head, &request.body, id, isWatched: true), scripted, id)
    }
    let body = Handover(request.body)
    return .later {
      var body = body.take() ?? .complete([])
      let outcome = pipeline.step(scripted.head, &body, id, isWatched: true).finished()
      return plan(outcome, scripted, scripting.decide(scripted, outcome), id)
    }
  }

  private func answer(_ step: Step, _ scripted: ScriptedRequest, _ id: String) -> Answer {
    switch step {
    case .done(let outcome):
      let answer = scripting.decide(scripted, outcome)
      if answer?.changesPictures ?? false { return .later { plan(outcome, scripted, answer, id) } }
      return .now(plan(outcome, scripted, answer, id))
    case .work(let work):
      return .later {
        let outcome = work()
        return plan(outcome, scripted, scripting.decide(scripted, outcome), id)
      }
    }
  }

  private func plan(_ outcome: Outcome, _ head: RequestHead, _ id: String, misses: String? = nil) -> DeliveryPlan {
    var response = outcome.response()
    mark(&response, outcome, head, id)
    observe(RequestRecord(id: id, head: head, status: response.status, outcome, nil, misses: misses))
    return DeliveryPlan(response)
  }

  private func plan(_ outcome: Outcome, _ request: ScriptedRequest, _ answer: ScriptedAnswer?, _ id: String) -> DeliveryPlan {
    guard let answer else { return plan(outcome, request.head, id, misses: explainsMisses ? request.nearMiss(outcome) : nil) }
    let texts = scripting.texts(answer, outcome, request, id)
    var response = scripting.response(answer, outcome, texts)
    mark(&response, answer.keepsAnswer ? outcome : Outcome(response, warnings: outcome.warnings), request.head, id)
    scripting.mark(&response, answer)
    let plan = scripting.plan(response, answer, texts)
    observe(RequestRecord(id: id, head: request.head, status: plan.response.status, outcome, answer))
    return plan
  }

  /// Adds what every answer carries.
  private func mark(_ response: inout Response, _ outcome: Outcome, _ head: RequestHead, _ id: String) {
    let route = Route(head.path)
    CrossOrigin.allow(&response)
    if route != .own {
      if route == .dgrid { response.headers.append("x-request-id", id) }
      if route == .dgrid, pipeline.settings[Decisions.dgridErrorEnvelope] == .newapi {
        response.headers.append("X-Oneapi-Request-Id", id)
      }
      response.headers.append("x-mock-request-id", id)
    }
    if !outcome.violations.isEmpty { response.headers.append("x-mock-rule", outcome.violations.ruleIDs) }
    if !outcome.warnings.isEmpty { response.headers.append("x-mock-warning", outcome.warnings.ruleIDs) }
  }
}

extension Pipeline {
  init(_ configuration: MockConfiguration, log: @escaping @Sendable (String) -> Void) {
    let keys = KeyRing(configuration.keys)
    let darkroom = Darkroom(cacheLimit: configuration.cacheLimit)
    let generated = GeneratedImages(folder: configuration.generatedFolder, memoryLimit: configuration.cacheLimit, log: log)
    let fetcher = ImageFetcher(mappings: configuration.urlMap, generated: generated)
    let clock = configuration.timekeeper
    venice = VeniceService(
      contract: VeniceContract(settings: configuration.settings, keys: keys), darkroom: darkroom, fetcher: fetcher, seed: configuration.seed
    )
    dgrid = DGridService(
      contract: DGridContract(settings: configuration.settings, keys: keys), darkroom: darkroom, fetcher: fetcher, generated: generated,
      seed: configuration.seed, now: { clock.unixMilliseconds / 1_000 })
    files = OwnFiles(fetcher: fetcher)
  }
}

extension [Breach] {
  /// The ids of the rules, each once, in order.
  fileprivate var ruleIDs: String {
    var ids: [String] = []
    for breach in self where !ids.contains(breach.rule.id) { ids.append(breach.rule.id) }
    return ids.joined(separator: ", ")
  }
}
