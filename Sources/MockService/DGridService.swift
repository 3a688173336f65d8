internal import Contract
internal import HTTPMessage

/// DGrid's endpoints: what the contract says, and the pictures for what it accepts.
struct DGridService: Sendable {
  let contract: DGridContract
  let darkroom: RenderCache
  let fetcher: ImageFetcher
  let generated: GeneratedImages
  let seed: UInt64
  /// Unix time in seconds.
  let now: @Sendable () -> Int

  /// Refuses what can be refused before the body is in.
  func checkHead(_ head: RequestHead, _ id: String) -> Refusal? {
    contract.checkRoute(head, requestID: id) ?? contract.checkCredentials(head, requestID: id)
  }

  /// - Parameter attention: how much the outcome has to tell of the edit.
  func answer(_ head: RequestHead, _ body: RequestBody, _ id: String, _ attention: CaptureLevel) -> Step {
    if DGridEndpoint(path: head.path) == .models { return .done(Outcome(DGridModelList.response)) }
    var form: SubmittedForm?
    switch contract.examine(Request(head: head, body: body), requestID: id, form: &form) {
    case .refused(let refusal):
      var outcome = Outcome(refusal)
      if attention != .none { outcome.edit = EditSummary(form: attention.taken(form)) }
      return .done(outcome)
    case .accepted(let candidate):
      let told = attention == .none ? nil : EditSummary(candidate, form: attention.taken(form))
      return edit(candidate, head, id, told)
    }
  }

  private func edit(_ candidate: ValidatedDGridEdit, _ head: RequestHead, _ id: String, _ edit: EditSummary?) -> Step {
    let job = DGridEditJob(service: self, candidate: candidate, head: head, requestID: id, edit: edit)
    if case .url? = candidate.images.first { return .work { job.step(job.takeInputs()).finished() } }
    return job.step(job.takeInputs())
  }
}
