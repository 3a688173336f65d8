internal import Contract
internal import Formats
internal import HTTPMessage
internal import RequestMatching
internal import Scenarios
internal import Support

/// Has a scenario decide what becomes of the contract's response.
///
/// It decides after the contract has judged the request and before anything is rendered: a scripted error renders no picture.
struct ScenarioResponder: Sendable {
  enum Choice: Sendable {
    case none
    case scenario(ScenarioAdmission)
    /// There is no such scenario, or it cannot be read.
    case refused(Response)
  }

  let engine: ScenarioEngine
  let settings: Settings
  let clock: Clock
  let next: ContractResponder

  /// Chooses the scenario of a request by its head, and has it decide what happens while the body is read.
  func choose(_ context: RequestContext) -> Choice {
    guard context.head.method != "OPTIONS", let facts = context.facts else { return .none }
    switch engine.choice(context.head, key: facts.key, session: facts.session) {
    case .none: return .none
    case .unknown(let name, let near):
      let text = "there is no scenario '\(name.prefix(80))'; near are \(near.joined(separator: ", ")) (image-edit-mock scenario list)"
      return .refused(MockError.response(400, text, facts.api, settings))
    case .unreadable(let problems): return .refused(MockError.response(500, "a scenario cannot be read: \(problems)", facts.api, settings))
    case .scenario(let scenario): return .scenario(ScenarioAdmission(scenario: scenario, admitted: engine.admit(scenario, facts)))
    }
  }

  func respond(to request: consuming Request, _ context: RequestContext) -> Work<HandlingResult> {
    guard context.scenario != nil else { return next.respond(to: request, context) }
    return next.respond(to: request, context).map { decide($0, context) }
  }

  /// Returns the result with what the scenario does with its response.
  private func decide(_ result: HandlingResult, _ context: RequestContext) -> HandlingResult {
    guard let scenario = context.scenario, let facts = context.facts?.completed(by: result),
      let decision = engine.decide(scenario.scenario, facts, scenario.admitted)
    else { return result }
    let texts = TemplateFacts(facts, response: decision, requestID: context.id, now: clock.unixMilliseconds)
    var result = result
    let wait = texts.wait(in: decision.headers)
    result.reply = ScenarioReply(
      decision: decision, texts: texts, response: response(decision, texts, wait: wait), reset: reset(decision, texts, wait: wait))
    return result
  }

  /// Returns when a response tells to come back, in Unix milliseconds; nil: it does not tell.
  private func reset(_ decision: ScriptedResponse, _ texts: TemplateFacts, wait: Duration?) -> Int? {
    switch decision.content {
    case .rateLimit(_, let reset), .errorBudget(_, _, let reset): return reset
    case .reply(.error(let error, _)):
      let own = wait ?? error.variant(of: texts.facts.api).wait
      return own.map { texts.now + $0.millisecondsRoundedUp }
    case .reply, .insufficientBalance: return wait.map { texts.now + $0.millisecondsRoundedUp }
    }
  }

  /// Returns the scenario's own response; nil: it keeps the contract's. `wait`: what the step's own headers ask to wait, which is then all
  /// that the response says.
  private func response(_ decision: ScriptedResponse, _ texts: TemplateFacts, wait: Duration?) -> Response? {
    let facts = texts.facts
    let circumstances = NamedError.Circumstances(
      settings: settings, requestID: texts.requestID, origin: facts.head.origin, path: facts.head.path, model: facts.model ?? "",
      now: texts.now)
    switch decision.content {
    case .reply(.edit): return nil
    case .reply(.error(let error, let status)):
      var response = error.response(of: facts.api, circumstances, wait: wait)
      if let status { response.status = status }
      return response
    case .reply(.literal(let literal)): return texts.response(of: literal)
    case .rateLimit(let limit, let reset): return QuotaErrors.rateLimit(facts.api, circumstances, limit: limit, reset: reset)
    case .errorBudget(let failures, let block, let reset):
      return QuotaErrors.errorBudget(facts.api, circumstances, failures: failures, block: block, reset: reset)
    case .insufficientBalance: return QuotaErrors.insufficientBalance(facts.api, circumstances)
    }
  }
}

/// A scenario that a request goes through, and what that decided by the head.
final class ScenarioAdmission: Sendable {
  let scenario: Scenario
  let admitted: AdmittedRequest

  init(scenario: Scenario, admitted: AdmittedRequest) {
    self.scenario = scenario
    self.admitted = admitted
  }

  /// Puts what happens while the request is read into its intake.
  func apply(to intake: inout Intake) {
    guard let step = admitted.step else { return }
    var draft = IntakeDraft()
    draft.bytesPerSecond = step.pace?.upload
    for fault in step.faults { (fault as? any RequestFault)?.apply(to: &draft) }
    intake.bytesPerSecond = draft.bytesPerSecond
    intake.cut = draft.cutAfter.map { Intake.Cut(after: $0, resets: draft.resets) }
  }
}

/// What a scenario does with the response to one request.
struct ScenarioReply: Sendable {
  let decision: ScriptedResponse
  /// What placeholders stand for.
  let texts: TemplateFacts
  /// The scenario's own response; nil: the contract's is kept.
  let response: Response?
  /// When the response tells to come back, in Unix milliseconds; nil: it does not tell.
  let reset: Int?

  /// The change that the faults of pictures make; nil: there are none.
  var pictureChange: PictureChange? {
    let changes = decision.faults.compactMap { $0 as? any PictureFault }
    guard !changes.isEmpty else { return nil }
    return { [draws = decision.draws] picture in
      changes.reduce(picture) { file, fault in
        var own = draws.stream(for: type(of: fault).name)
        return fault.changed(file, draws: &own)
      }
    }
  }

  /// Puts the step's status into the response.
  func complete(_ response: inout Response) { if case .reply(.edit(let status?)) = decision.content { response.status = status } }

  /// Returns the plan with pace, faults, headers and delay. Headers come last, since a fault may put a page in the response's place.
  func plan(_ response: Response) -> DeliveryPlan {
    let facts = texts.facts
    var draft = ResponseDraft(response, api: facts.api, isHEAD: facts.head.method == "HEAD", draws: decision.draws)
    draft.download = decision.pace?.download
    for fault in decision.faults { fault.apply(to: &draft) }
    for change in decision.headers {
      // What comes out empty is not sent: no header line can be empty with libmicrohttpd.
      let value = change.value.map(texts.text(of:)) ?? ""
      if value.isEmpty { draft.response.headers.remove(change.name) } else { draft.response.headers.set(change.name, value) }
    }
    return draft.plan(delay: decision.delay)
  }
}

extension TemplateFacts {
  /// Returns what a step's own headers ask to wait; nil: nothing.
  fileprivate func wait(in changes: [HeaderChange]) -> Duration? {
    guard changes.contains(where: { $0.value != nil }) else { return nil }
    return HeaderList(changes.map { HeaderField($0.name, $0.value.map(text(of:)) ?? "") }).retryAfter(now: now)
  }

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
