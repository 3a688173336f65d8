internal import Contract
internal import HTTPMessage
internal import Images
internal import Journal
internal import Rendering

/// One accepted Venice request on its way to a picture.
struct VeniceEditJob: Sendable {
  let service: VeniceService
  let candidate: ValidatedVeniceEdit
  let head: RequestHead
  /// What a scenario is told of it; nil: none looks.
  let edit: EditSummary?

  func step(_ reference: ImageReference?) -> Step {
    if case .url(let url)? = reference { return .work { fetched(url) } }
    do {
      guard let image = try reference.flatMap({ try service.darkroom.intake.image($0) }) else {
        return .done(refused(.unreachable("no bytes")))
      }
      return step(image)
    } catch {
      return .done(refused(.notBase64("\(error)")))
    }
  }

  private func fetched(_ url: String) -> Outcome {
    switch service.fetcher.fetch(url, ownAuthority: head.headers["host"]) {
    case .bytes(let bytes): step(SourceImage(bytes)).finished()
    case .unreachable(let why): refused(.unreachable(why))
    case .privateHost(let host): refused(.privateHost(host))
    }
  }

  private func step(_ image: SourceImage) -> Step {
    guard let facts = service.darkroom.inspector.knownFacts(of: image, maximumArea: VeniceContract.maximumArea) else {
      return .work { decodeAndValidate(image) }
    }
    let seen = RequestImage(facts, image.digest)
    if let refusal = service.contract.judge(.bytes(facts)) { return .done(refused(refusal, [seen])) }
    let drawing = drawing(image)
    if let file = service.darkroom.known(drawing) { return .done(accepted(seen) { file }) }
    // That it is whole is known. A scenario may answer in its place, and then nothing is decoded again.
    return .drawing(accepted(seen) { try service.darkroom.file(of: drawing, source: canvas(image, drawing).source, mask: nil) })
  }

  /// Decodes straight into the canvas: whether the image is whole is known when its last row has been taken.
  private func decodeAndValidate(_ image: SourceImage) -> Outcome {
    let drawing = drawing(image)
    let (source, facts) = canvas(image, drawing)
    let seen = RequestImage(facts, image.digest)
    if let refusal = service.contract.judge(.bytes(facts)) { return refused(refusal, [seen]) }
    return accepted(seen) { try service.darkroom.file(of: drawing, source: source, mask: nil) }
  }

  private func canvas(_ image: SourceImage, _ drawing: EditDrawing) -> (source: SourceCanvas, facts: ImageFacts) {
    var canvas = SourceCanvas(fitting: drawing.size, keepsColour: false)
    let facts = service.darkroom.inspector.facts(of: image, maximumArea: VeniceContract.maximumArea, into: &canvas)
    return (canvas, facts)
  }

  private func accepted(_ image: RequestImage, file: @escaping @Sendable () throws -> [UInt8]) -> Outcome {
    var outcome = Outcome(warnings: candidate.warnings) { change in
      do {
        let file = try file()
        return VeniceResponse(candidate, head: head).response(change?(file) ?? file)
      } catch {
        return VeniceError.editFailed.response
      }
    }
    outcome.edit = edit?.with([image])
    return outcome
  }

  /// An arrival that is no image is always refused; should the rules let one through, the answer is the service's own failure.
  private func refused(_ arrival: ImageArrival) -> Outcome {
    guard let refusal = service.contract.judge(arrival) else { return Outcome(VeniceError.editFailed.response) }
    return refused(refusal, [])
  }

  private func refused(_ refusal: Refusal, _ images: [RequestImage]) -> Outcome {
    var outcome = Outcome(refusal, warnings: candidate.warnings)
    outcome.edit = edit?.with(images)
    return outcome
  }

  private func drawing(_ image: SourceImage) -> EditDrawing {
    // One without a size is refused before anything is drawn.
    let source = image.size ?? PixelSize(width: 1, height: 1)
    let ratio = candidate.effectiveRatio(for: source)
    let size = candidate.outputSize(ratio: ratio)
    let details = [
      ratio, candidate.resolution, "\(size)", candidate.outputFormat.rawValue, candidate.quality,
      candidate.safeMode ? nil : "safe mode off",
    ]
    let facts = EditFacts(
      endpoint: "VENICE image/edit", model: candidate.model.id, prompt: candidate.prompt, details: details.compactMap { $0 },
      seed: service.seed)
    return EditDrawing(facts: facts, size: size, format: candidate.outputFormat, sources: [image.digest], mask: nil)
  }
}
