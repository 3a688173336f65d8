internal import Contract
internal import HTTPMessage
internal import Journal
internal import RequestMatching
internal import Scenarios
internal import Support

/// Writes down what requests came to: for the log and for the journal.
struct Recorder: Sendable {
  let journal: Journal
  let stopwatch: Clock
  let clock: Clock
  let observe: @Sendable (RequestRecord) -> Void

  var now: Duration { stopwatch.now }

  /// What the outcome of a request that goes through no scenario has to tell of its edit.
  func attention(to passage: RequestContext) -> CaptureLevel { !journal.isKeeping ? .none : passage.body == nil ? .facts : .form }

  /// Bodies up to this size are held on to until they are written down.
  var largestBody: Int { journal.isKeeping ? journal.limits.largestBody : -1 }

  /// A request whose answer is decided; who is to be told how it is delivered.
  func note(_ plan: DeliveryPlan, _ outcome: Outcome, _ answer: ScriptedResponse?, of passage: RequestContext) -> (any DeliveryObserver)? {
    var facts = passage.scripted?.facts ?? RequestFacts(passage.head)
    var record = record(passage, facts)
    let delivery = DeliveryNotes(plan)
    record.status = delivery.hasHead ? plan.response.status : nil
    record.violations = outcome.violations
    record.warnings = outcome.warnings
    record.script = answer.map { ScenarioTrace($0, status: plan.response.status, delivery, endpoint: record.endpoint) }
    if answer == nil { record.passedBy = passage.scripted?.scenario.unmatched }
    record.delivery = delivery
    // Also without a journal the log may tell why a scenario left the request alone.
    if journal.isKeeping || record.passedBy != nil { facts = facts?.completed(by: outcome) }
    record.facts = record.passedBy == nil ? nil : facts
    if journal.isKeeping {
      let images = outcome.edit?.images ?? []
      // With a body that is not kept its form goes, too; one that no scenario looked at has gone already.
      let form = passage.body == nil && passage.scripted != nil ? facts?.form?.withoutLongBody : facts?.form
      facts?.form = form
      record.facts = facts
      record.images = images
      record.body = passage.body
      record.response = plan.response
      record.digest = RequestDigest.of(passage.head, key: facts?.key, form: form, images: images, body: passage.body ?? [])
    }
    observe(record)
    return journal.append(record)
  }

  /// A request that ended before it was whole.
  func note(_ abandonment: Intake.Abandonment, of passage: RequestContext) {
    let facts = passage.scripted?.facts ?? RequestFacts(passage.head)
    var record = record(passage, facts)
    record.abandonment = abandonment
    record.times.ended = now
    record.bodyCount = abandonment.received
    if let scripted = passage.scripted, abandonment.isCut { record.script = ScenarioTrace(scripted.scenario, scripted.admitted) }
    if journal.isKeeping {
      record.facts = facts
      record.digest = RequestDigest.of(passage.head, key: facts?.key, form: nil, images: [], body: [])
    }
    observe(record)
    journal.append(record)
  }

  private func record(_ passage: RequestContext, _ facts: RequestFacts?) -> RequestRecord {
    var record = RequestRecord(
      id: passage.id, head: passage.head, session: facts.map(SessionName.init) ?? SessionName(passage.head), api: facts?.api,
      endpoint: facts?.endpoint ?? .other, times: passage.times)
    record.unixMilliseconds = stopwatch.unixMilliseconds - (now - passage.times.arrived).millisecondsRoundedDown
    record.advanced = clock.advanced
    record.clockMilliseconds = clock.unixMilliseconds
    record.bodyCount = passage.bodyCount
    return record
  }
}
