internal import Contract
internal import Formats
internal import HTTPMessage
internal import RequestMatching
internal import Scenarios
internal import Support

/// Puts what a scenario decides into answers.
struct Scripting: Sendable {
  enum Choice: Sendable {
    case unscripted
    case scripted(ScriptedRequest)
    /// There is no such scenario.
    case unknown(Response)
  }

  let engine: ScenarioEngine
  let settings: Settings
  let clock: Clock

  func choose(_ head: RequestHead) -> Choice {
    guard head.method != "OPTIONS", let facts = RequestFacts(head) else { return .unscripted }
    switch engine.choice(head, key: facts.key, session: facts.session) {
    case .none: return .unscripted
    case .unknown(let name, let near):
      let text = "there is no scenario '\(name.prefix(80))'; near are \(near.joined(separator: ", ")) (image-edit-mock scenario list)"
      return .unknown(MockError.response(400, text, facts.api, settings))
    case .unreadable(let problems): return .unknown(MockError.response(500, "a scenario cannot be read: \(problems)", facts.api, settings))
    case .scenario(let scenario):
      return .scripted(ScriptedRequest(scenario: scenario, facts: facts, admitted: engine.admit(scenario, facts)))
    }
  }

  func decide(_ request: ScriptedRequest, _ outcome: Outcome) -> ScriptedResponse? {
    engine.decide(request.scenario, request.facts(outcome), request.admitted)
  }

  /// What the scenario answers, before faults.
  func response(_ answer: ScriptedResponse, _ outcome: Outcome, _ texts: TemplateFacts) -> Response {
    var response = content(answer, outcome, texts)
    tellQuotas(answer.quotaState, texts.facts.api, in: &response)
    return response
  }

  /// Names the scenario in the answer, and the step.
  func mark(_ response: inout Response, _ answer: ScriptedResponse) {
    response.headers.append("x-mock-scenario", answer.scenario)
    if let step = answer.step { response.headers.append("x-mock-step", String(step)) }
  }

  /// Puts pace, faults, headers and delay on the answer's way. Headers come last: a fault may put a page in the answer's place.
  func plan(_ response: Response, _ answer: ScriptedResponse, _ texts: TemplateFacts) -> DeliveryPlan {
    let facts = texts.facts
    var draft = ResponseDraft(response, api: facts.api, isHEAD: facts.head.method == "HEAD", draws: answer.draws)
    draft.download = answer.pace?.download
    for fault in answer.faults { fault.apply(to: &draft) }
    for change in answer.headers {
      // What comes out empty is not sent: no header line can be empty with libmicrohttpd.
      let value = change.value.map(texts.text(of:)) ?? ""
      if value.isEmpty { draft.response.headers.remove(change.name) } else { draft.response.headers.set(change.name, value) }
    }
    return draft.plan(delay: answer.delay)
  }

  /// What placeholders stand for in the answer to a request.
  func texts(_ answer: ScriptedResponse, _ outcome: Outcome, _ request: ScriptedRequest, _ id: String) -> TemplateFacts {
    TemplateFacts(request.facts(outcome), answer: answer, requestID: id, now: clock.unixMilliseconds)
  }

  private func content(_ answer: ScriptedResponse, _ outcome: Outcome, _ texts: TemplateFacts) -> Response {
    let facts = texts.facts
    let circumstances = NamedError.Circumstances(
      settings: settings, requestID: texts.requestID, path: facts.head.path, model: facts.model ?? "", now: texts.now)
    switch answer.content {
    case .reply(.edit(let overrides)):
      var response = outcome.response(changing: answer.pictureChange)
      if let status = overrides.status { response.status = status }
      return response
    case .reply(.error(let error, let status)):
      var response = error.response(of: facts.api, circumstances)
      if let status { response.status = status }
      return response
    case .reply(.literal(let literal)): return texts.response(of: literal)
    case .rateLimit(let limit, let reset):
      return QuotaErrors.rateLimit(facts.api, circumstances, limit: limit, reset: reset)
    case .errorBudget(let budget, let reset):
      return QuotaErrors.errorBudget(facts.api, circumstances, failures: budget.failures, block: budget.block, reset: reset)
    case .insufficientBalance: return QuotaErrors.insufficientBalance(facts.api, circumstances)
    }
  }

  private func tellQuotas(_ state: QuotaState, _ api: API, in response: inout Response) {
    if let rate = state.rate {
      let fields = QuotaErrors.rateLimitHeaders(api, limit: rate.limit, remaining: rate.remaining, reset: rate.reset)
      for field in fields where response.headers[field.name] == nil { response.headers.append(field.name, field.value) }
    }
    if let balance = state.balance {
      for field in QuotaErrors.balanceHeaders(api, microDollars: balance) where response.headers[field.name] == nil {
        response.headers.append(field.name, field.value)
      }
    }
  }
}

extension ScriptedResponse {
  /// Whether pictures are made anew for it, which takes time.
  var changesPictures: Bool { keepsAnswer && faults.contains { $0 is any PictureFault } }

  fileprivate var pictureChange: PictureChange? {
    let changes = faults.compactMap { $0 as? any PictureFault }
    guard !changes.isEmpty else { return nil }
    return { [draws] picture in
      changes.reduce(picture) { file, fault in
        var own = draws.stream(for: type(of: fault).name)
        return fault.changed(file, draws: &own)
      }
    }
  }
}

extension TemplateFacts {
  fileprivate func response(of literal: LiteralReply) -> Response {
    var response = Response(status: literal.status)
    if let type = literal.contentType { response.headers.append("content-type", type) }
    switch literal.content {
    case .none: break
    case .text(let template): response.body = Array(text(of: template).utf8)
    case .json(let template): response.body = json(of: template).serialized()
    case .file(let bytes): response.body = bytes
    }
    return response
  }
}
