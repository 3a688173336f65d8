internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images
internal import Rendering

/// Venice's endpoints: what the contract says, and the pictures for what it accepts.
struct VeniceService: Sendable {
  let contract: VeniceContract
  let darkroom: RenderCache
  let fetcher: ImageFetcher
  let seed: UInt64

  /// Refuses what can be refused before the body is in.
  func checkHead(_ head: RequestHead) -> Refusal? {
    if let refusal = contract.checkRoute(head) { return refusal }
    // The models list is public.
    return head.path == VeniceEndpoint.imageEdit.rawValue ? contract.checkCredentials(head) : nil
  }

  /// - Parameters:
  ///   - body: emptied as soon as the image has been taken from it.
  ///   - attention: how much the outcome has to tell of the edit.
  func answer(_ head: RequestHead, _ body: inout RequestBody, _ attention: CaptureLevel) -> Step {
    switch VeniceEndpoint(rawValue: head.path) {
    case .imageEdit: edit(head, &body, attention)
    case .models: .done(models(head))
    case .none: .done(Outcome(VeniceError.notFound.response))
    }
  }

  private func models(_ head: RequestHead) -> Outcome {
    // A query that cannot be decoded is a type that nobody knows.
    let type: String?
    do { type = try QueryString(parsing: head.query)["type"] } catch { type = head.query }
    return switch contract.models(ofType: type) {
    case .accepted(let response): Outcome(response)
    case .refused(let refusal): Outcome(refusal)
    }
  }

  private func edit(_ head: RequestHead, _ body: inout RequestBody, _ attention: CaptureLevel) -> Step {
    var form: SubmittedForm?
    let verdict = contract.examine(Request(head: head, body: body), form: &form)
    switch verdict {
    case .refused(let refusal):
      var outcome = Outcome(refusal)
      if attention != .none { outcome.edit = EditSummary(form: attention.taken(form)) }
      return .done(outcome)
    case .accepted(var candidate):
      let reference = candidate.takeImage()
      body = .complete([])
      let edit = attention == .none ? nil : EditSummary(candidate, form: attention.taken(form))
      form = nil
      return VeniceEditJob(service: self, candidate: candidate, head: head, edit: edit).step(reference)
    }
  }
}
