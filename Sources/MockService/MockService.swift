internal import EditContract
package import HTTPMessage
internal import WireFormat

/// The whole mock without the socket: a request in, a plan for its answer out.
package struct MockService: RequestHandler {
  private let venice: VeniceService
  private let dgrid: DGridService
  private let files: OwnFiles
  private let ids: RequestIDs
  private let observe: @Sendable (RequestRecord) -> Void

  /// Bodies up to this size are parsed where they arrive; longer ones, and all decoding and drawing, are work for others.
  private static let inlineLimit = 256 << 10

  /// - Parameters:
  ///   - now: Unix time in seconds, for `created`.
  ///   - log: takes a line on something that went wrong inside the mock.
  ///   - observe: called once for each request, when its answer is decided.
  package init(
    _ configuration: MockConfiguration, now: @escaping @Sendable () -> Int, log: @escaping @Sendable (String) -> Void = { _ in },
    observe: @escaping @Sendable (RequestRecord) -> Void = { _ in }
  ) {
    let keys = KeyRing(configuration.keys)
    let darkroom = Darkroom(cacheLimit: configuration.cacheLimit)
    let generated = GeneratedImages(folder: configuration.generatedFolder, memoryLimit: configuration.cacheLimit, log: log)
    let fetcher = ImageFetcher(mappings: configuration.urlMap, generated: generated)
    venice = VeniceService(
      contract: VeniceContract(settings: configuration.settings, keys: keys), darkroom: darkroom, fetcher: fetcher, seed: configuration.seed
    )
    dgrid = DGridService(
      contract: DGridContract(settings: configuration.settings, keys: keys), darkroom: darkroom, fetcher: fetcher, generated: generated,
      seed: configuration.seed, now: now)
    files = OwnFiles(fetcher: fetcher)
    ids = RequestIDs(start: UInt64(truncatingIfNeeded: now()) &* 1_000_003 &+ configuration.seed)
    self.observe = observe
  }

  package func admit(_ head: RequestHead) -> Admission {
    guard head.method != "OPTIONS" else { return .collect(upTo: Self.inlineLimit) }
    switch Route(head.path) {
    case .venice:
      if let refusal = venice.checkHead(head) { return .refuse(plan(Outcome(refusal), head, ids.make())) }
      return .collect(upTo: VeniceContract.bodyLimit)
    case .dgrid:
      let id = ids.make()
      // The gateway's router redirects before anything else looks at the request.
      if let redirect = dgrid.contract.redirect(head) { return .refuse(plan(Outcome(redirect), head, id)) }
      if let refusal = dgrid.checkHead(head, id) { return .refuse(plan(Outcome(refusal), head, id)) }
      return .collect(upTo: DGridContract.bodyLimit)
    case .own: return .collect(upTo: Self.inlineLimit)
    }
  }

  package func answer(_ request: consuming Request) -> Answer {
    let head = request.head
    let id = ids.make()
    guard request.body.bytes.count > Self.inlineLimit else {
      switch step(head, &request.body, id) {
      case .done(let outcome): return .now(plan(outcome, head, id))
      case .work(let work): return .later { plan(work(), head, id) }
      }
    }
    let body = Handover(request.body)
    return .later {
      var body = body.take() ?? .complete([])
      let step = step(head, &body, id)
      return plan(step.finished(), head, id)
    }
  }

  private func step(_ head: RequestHead, _ body: inout RequestBody, _ id: String) -> Step {
    let route = Route(head.path)
    if head.method == "OPTIONS", route != .own { return .done(Outcome(CrossOrigin.preflight)) }
    switch route {
    case .venice: return venice.answer(head, &body)
    case .dgrid: return dgrid.answer(head, body, id)
    case .own: return .work { files.answer(head) }
    }
  }

  /// Adds what every answer carries, and tells the observer.
  private func plan(_ outcome: Outcome, _ head: RequestHead, _ id: String) -> DeliveryPlan {
    var response = outcome.response
    let route = Route(head.path)
    CrossOrigin.allow(&response)
    if route != .own {
      if route == .dgrid { response.headers.append("x-request-id", id) }
      if route == .dgrid, dgrid.contract.settings[Decisions.dgridErrorEnvelope] == .newapi {
        response.headers.append("X-Oneapi-Request-Id", id)
      }
      response.headers.append("x-mock-request-id", id)
    }
    if !outcome.violations.isEmpty { response.headers.append("x-mock-rule", outcome.violations.ruleIDs) }
    if !outcome.warnings.isEmpty { response.headers.append("x-mock-warning", outcome.warnings.ruleIDs) }
    observe(RequestRecord(id: id, head: head, status: response.status, violations: outcome.violations, warnings: outcome.warnings))
    return DeliveryPlan(response)
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
