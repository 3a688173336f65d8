internal import Contract
internal import HTTPMessage
internal import Journal
internal import RequestMatching
internal import Scenarios
internal import Support

/// Records what requests amounted to, for the log and for the journal.
struct Recorder: Sendable {
  let journal: Journal
  let stopwatch: Clock
  let clock: Clock
  let observe: @Sendable (RequestRecord) -> Void

  var now: Duration { stopwatch.now }

  /// Bodies up to this size are held on to until they are recorded; negative: nothing is kept of any edit.
  var largestBody: Int { journal.isKeeping ? journal.limits.largestBody : -1 }

  /// Records a request whose response is decided; returns the observer of its delivery.
  func record(_ plan: DeliveryPlan, _ result: HandlingResult, of context: RequestContext) -> (any DeliveryObserver)? {
    var facts = context.facts
    let decision = result.reply?.decision
    var record = record(context)
    let delivery = DeliveryNotes(plan)
    record.status = delivery.hasHead ? plan.response.status : nil
    record.violations = result.violations
    record.warnings = result.warnings
    record.trace = decision.map { ScenarioTrace($0, status: plan.response.status, delivery, endpoint: record.endpoint) }
    if decision == nil { record.unmatchedScenario = context.scenario?.scenario.unmatched }
    record.delivery = delivery
    // Also without a journal the log may tell why a scenario left the request alone.
    if journal.isKeeping || record.unmatchedScenario != nil { facts = facts?.completed(by: result) }
    record.facts = record.unmatchedScenario == nil ? nil : facts
    if journal.isKeeping {
      let images = result.edit?.images ?? []
      // With a body that is not kept its form goes, too; a form that no scenario reads has gone already.
      let form = context.body == nil && context.scenario != nil ? facts?.form?.withoutLongBody : facts?.form
      facts?.form = form
      record.facts = facts
      record.images = images
      record.body = context.body
      record.response = plan.response
      record.digest = RequestDigest.of(context.head, key: facts?.key, form: form, images: images, body: context.body ?? [])
    }
    observe(record)
    return journal.append(record)
  }

  /// Records a request that ended before it was whole.
  func record(_ abandonment: Intake.Abandonment, of context: RequestContext) {
    var record = record(context)
    record.abandonment = abandonment
    record.times.ended = now
    record.bodyCount = abandonment.received
    if let scenario = context.scenario, abandonment.isCut { record.trace = ScenarioTrace(scenario.scenario, scenario.admitted) }
    if journal.isKeeping {
      record.facts = context.facts
      record.digest = RequestDigest.of(context.head, key: context.facts?.key, form: nil, images: [], body: [])
    }
    observe(record)
    journal.append(record)
  }

  private func record(_ context: RequestContext) -> RequestRecord {
    let facts = context.facts
    var record = RequestRecord(
      id: context.id, head: context.head, api: facts?.api, endpoint: facts?.endpoint ?? .other, times: context.times)
    record.unixMilliseconds = stopwatch.unixMilliseconds - (now - context.times.arrived).millisecondsRoundedDown
    record.advanced = clock.advanced
    record.clockMilliseconds = clock.unixMilliseconds
    record.bodyCount = context.bodyCount
    return record
  }
}

extension ScenarioTrace {
  /// Tells what a scenario did with the response to a request.
  init(_ decision: ScriptedResponse, status: Int, _ delivery: DeliveryNotes, endpoint: RequestFacts.Endpoint) {
    self.init(scenario: decision.scenario, step: decision.step)
    nth = decision.nth
    reached = decision.reached
    drawn = decision.drawn
    faults = decision.faultTexts
    pace = decision.pace
    damage = decision.damage(status, delivery, isPicture: endpoint == .edit && decision.keepsNormalResponse)
  }

  /// Tells of a step that ended the request while it was being read.
  init(_ scenario: Scenario, _ admitted: AdmittedRequest) {
    self.init(scenario: scenario.name, step: admitted.number)
    faults = admitted.step?.faultTexts ?? []
    pace = admitted.step?.pace
  }
}

extension ScriptedResponse {
  /// Says how the response is damaged; nil: it is not. `isPicture`: it has pictures that the mock rendered; the faults of pictures change
  /// nothing else.
  fileprivate func damage(_ status: Int, _ delivery: DeliveryNotes, isPicture: Bool) -> String? {
    guard 200...299 ~= status else { return nil }
    let names = faults.map { type(of: $0).name }
    if isPicture, names.contains("corrupt-image") { return "the picture is broken" }
    if (isPicture && names.contains("mislabelled-image")) || names.contains("wrong-content-type") {
      return "the picture is not what its type says"
    }
    switch delivery.ending {
    case .whole, .held: return nil
    case .cut, .reset: return "the body was cut off"
    }
  }
}
