internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images
internal import Rendering

/// Venice's endpoints: what the contract says, and the pictures for what it accepts.
final class VeniceService: Sendable {
  let contract: VeniceContract
  let resources: EditResources

  init(contract: VeniceContract, resources: EditResources) {
    self.contract = contract
    self.resources = resources
  }

  /// Refuses what can be refused before the body is in.
  func checkHead(_ head: RequestHead, _ id: String) -> Refusal? {
    if let refusal = contract.checkRoute(head) { return refusal }
    // The models list is public.
    return head.path == VeniceEndpoint.imageEdit.rawValue ? contract.checkCredentials(head, requestID: id) : nil
  }

  func respond(to request: consuming Request, _ context: RequestContext) -> Work<HandlingResult> {
    switch VeniceEndpoint(rawValue: context.head.path) {
    case .imageEdit: break
    case .models: return .ready(models(context.head))
    case .none: return .ready(HandlingResult(VeniceError.notFound.response))
    }
    var form: SubmittedForm?
    switch contract.examine(request, form: &form) {
    case .refused(let refusal): return .ready(HandlingResult(refusal, edit: EditSummary(form: form, context.captureLevel)))
    case .accepted(var edit):
      let image = edit.takeImage()
      request.body = .complete([])
      let summary = EditSummary(model: edit.model.id, prompt: edit.prompt, price: edit.price, form: form, context.captureLevel)
      form = nil
      let job = VeniceEditJob(service: self, edit: edit, head: context.head, summary: summary)
      return job.respond(to: image.map { [$0] } ?? [])
    }
  }

  private func models(_ head: RequestHead) -> HandlingResult {
    // A query that cannot be decoded is a type that does not exist.
    let type: String?
    do { type = try QueryString(parsing: head.query)["type"] } catch { type = head.query }
    return switch contract.models(ofType: type) {
    case .accepted(let response): HandlingResult(response)
    case .refused(let refusal): HandlingResult(refusal)
    }
  }
}

/// One accepted Venice edit: one image, one picture, whose file is the response.
struct VeniceEditJob: EditJob {
  let service: VeniceService
  let edit: ValidatedVeniceEdit
  let head: RequestHead
  let summary: EditSummary?

  static var maximumArea: UInt64 { VeniceContract.maximumArea }
  var resources: EditResources { service.resources }
  var warnings: [Violation] { edit.warnings }
  var failure: Response { VeniceError.editFailed.response }

  func checkImages(_ arrivals: [ImageArrival], mask: ImageFacts?) -> (refusal: Refusal?, warnings: [Violation]) {
    service.contract.checkImage(arrivals.first ?? .unreachable("no bytes"))
  }

  var honoursOrientation: Bool { service.contract.honoursOrientation }

  func drawings(_ inputs: EditInputs) -> [EditDrawing] {
    // An arrival that is no image is always refused; should the rules let one through, there is nothing to render, which is a failure.
    guard let image = inputs.images.first else { return [] }
    // An image without a size is refused before anything is rendered.
    let source = image.size(asSeen: honoursOrientation) ?? PixelSize(width: 1, height: 1)
    let ratio = edit.effectiveRatio(for: source)
    let size = edit.outputSize(ratio: ratio)
    let details = [
      image.obstacle == nil ? nil : "source not shown", ratio, edit.resolution, "\(size)", edit.outputFormat.rawValue, edit.quality,
      edit.safeMode ? nil : "safe mode off",
    ]
    let facts = EditFacts(
      endpoint: "VENICE image/edit", model: edit.model.id, prompt: edit.prompt, details: details.compactMap(\.self), seed: resources.seed)
    return [EditDrawing(facts: facts, size: size, format: edit.outputFormat, of: inputs, honoursOrientation: honoursOrientation)]
  }

  func response(_ pictures: [RenderedPicture], sources: [PixelSize]) -> Response {
    pictures.first.map { VeniceResponse(edit, head: head).response($0.file) } ?? failure
  }
}
