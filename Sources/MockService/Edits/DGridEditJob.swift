internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images
internal import Rendering

/// DGrid's endpoints: what the contract says, and the pictures for what it accepts.
final class DGridService: Sendable {
  let contract: DGridContract
  let resources: EditResources
  /// Takes the pictures whose URLs are given out.
  let files: StaticFiles
  /// Returns the Unix time in seconds.
  let now: @Sendable () -> Int

  init(contract: DGridContract, resources: EditResources, files: StaticFiles, now: @escaping @Sendable () -> Int) {
    self.contract = contract
    self.resources = resources
    self.files = files
    self.now = now
  }

  /// Refuses what can be refused before the body is in.
  func checkHead(_ head: RequestHead, _ id: String) -> Refusal? {
    contract.checkRoute(head, requestID: id) ?? contract.checkCredentials(head, requestID: id)
  }

  func respond(to request: consuming Request, _ context: RequestContext) -> Work<HandlingResult> {
    if DGridEndpoint(path: context.head.path) == .models { return .ready(HandlingResult(DGridModelList.response)) }
    var form: SubmittedForm?
    switch contract.examine(request, requestID: context.id, form: &form) {
    case .refused(let refusal): return .ready(HandlingResult(refusal, edit: EditSummary(form: form, context.captureLevel)))
    case .accepted(let edit):
      let summary = EditSummary(model: edit.model.id, prompt: edit.prompt, pictures: edit.count, form: form, context.captureLevel)
      let job = DGridEditJob(service: self, edit: edit, head: context.head, requestID: context.id, summary: summary)
      return job.respond(to: edit.images, mask: edit.mask)
    }
  }
}

/// One accepted DGrid edit: any number of images, a mask, and up to ten pictures, by URL or in base64.
struct DGridEditJob: EditJob {
  let service: DGridService
  let edit: ValidatedDGridEdit
  let head: RequestHead
  let requestID: String
  let summary: EditSummary?

  static var maximumArea: UInt64 { DGridContract.maximumArea }
  var resources: EditResources { service.resources }
  var warnings: [Violation] { edit.warnings }
  var failure: Response { DGridError.editFailed.response(service.contract.settings, requestID: requestID) }

  func checkImages(_ arrivals: [ImageArrival], mask: ImageFacts?) -> (refusal: Refusal?, warnings: [Violation]) {
    service.contract.checkImages(of: edit, arrivals: arrivals, mask: mask, requestID: requestID)
  }

  var honoursOrientation: Bool { service.contract.honoursOrientation }

  /// dall-e-2 without a mask edits where the image itself is transparent.
  func usesOwnAlpha(_ inputs: EditInputs) -> Bool {
    edit.model.family == .dallE2 && inputs.mask == nil && inputs.images.first?.facts(defect: nil).hasAlpha == true
  }

  func drawings(_ inputs: EditInputs) -> [EditDrawing] {
    let size = edit.outputSize(for: inputs.images.first?.size(asSeen: honoursOrientation))
    let isMasked = inputs.mask != nil || usesOwnAlpha(inputs)
    let details =
      ["\(size)", edit.outputFormat.rawValue] + (isMasked ? ["masked"] : []) + (edit.isTransparent ? ["transparent"] : [])
    let partialImages = edit.partialImages ?? 0
    return (0..<edit.count * (partialImages + 1)).map { index in
      let (picture, partial) = index.quotientAndRemainder(dividingBy: partialImages + 1)
      let facts = EditFacts(
        endpoint: "DGRID images/edits", model: edit.model.id, prompt: edit.prompt,
        details: details + (partial < partialImages ? ["unfinished \(partial + 1)/\(partialImages)"] : []), seed: resources.seed,
        variation: picture)
      return EditDrawing(
        facts: facts, size: size, format: edit.outputFormat, of: inputs, honoursOrientation: honoursOrientation,
        isTransparent: edit.isTransparent)
    }
  }

  func isInMemory(_ drawings: [EditDrawing]) -> Bool {
    edit.responseFormat == .base64 || drawings.allSatisfy { service.files.isRecent($0.fileName) }
  }

  func response(_ pictures: [RenderedPicture], sources: [PixelSize]) -> Response {
    let response = DGridResponse(edit, sources: sources, size: pictures[0].drawing.size, settings: service.contract.settings)
    if edit.partialImages != nil { return response.eventStream(pictures.map(base64), created: service.now()) }
    return response.response(pictures.map(deliver), created: service.now())
  }

  private func base64(_ picture: RenderedPicture) -> [UInt8] {
    picture.isChanged ? Base64.encode(picture.file) : resources.cache.base64(of: picture.drawing, picture.file)
  }

  private func deliver(_ picture: RenderedPicture) -> DGridPicture {
    let (drawing, file) = (picture.drawing, picture.file)
    switch edit.responseFormat {
    case .base64: return .base64(base64(picture))
    case .url:
      let name = picture.isChanged ? drawing.fileName(of: file) : drawing.fileName
      service.files.keep(file, as: name)
      return .url("\(head.origin)/generated/\(name)")
    }
  }
}
