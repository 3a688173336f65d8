internal import EditContract
internal import HTTPMessage
internal import ImageCodecs
internal import Pixels
internal import Rendering
internal import WireFormat

/// Venice's endpoints: what the contract says, and the pictures for what it accepts.
struct VeniceService: Sendable {
  let contract: VeniceContract
  let darkroom: Darkroom
  let fetcher: ImageFetcher
  let seed: UInt64

  /// Refuses what can be refused before the body is in.
  func checkHead(_ head: RequestHead) -> Refusal? {
    if let refusal = contract.checkRoute(head) { return refusal }
    // The models list is public.
    return head.path == VeniceEndpoint.imageEdit.rawValue ? contract.checkCredentials(head) : nil
  }

  /// - Parameter body: emptied as soon as the image has been taken from it.
  func answer(_ head: RequestHead, _ body: inout RequestBody) -> Step {
    switch VeniceEndpoint(rawValue: head.path) {
    case .imageEdit: edit(head, &body)
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

  private func edit(_ head: RequestHead, _ body: inout RequestBody) -> Step {
    var candidate: VeniceCandidate
    switch contract.examine(Request(head: head, body: body)) {
    case .refused(let refusal): return .done(Outcome(refusal))
    case .accepted(let accepted): candidate = accepted
    }
    let reference = candidate.takeImage()
    body = .complete([])
    if case .url(let url)? = reference {
      let candidate = candidate
      return .work { fetchedEdit(candidate, url, head) }
    }
    do {
      guard let bytes = try reference?.embeddedBytes() else { return .done(refused(.unreachable("no bytes"), candidate)) }
      return edit(candidate, of: SourceImage(bytes), head)
    } catch {
      return .done(refused(.notBase64("\(error)"), candidate))
    }
  }

  private func fetchedEdit(_ candidate: VeniceCandidate, _ url: String, _ head: RequestHead) -> Outcome {
    switch fetcher.fetch(url, ownAuthority: head.headers["host"]) {
    case .bytes(let bytes): edit(candidate, of: SourceImage(bytes), head).finished()
    case .unreachable(let why): refused(.unreachable(why), candidate)
    case .privateHost(let host): refused(.privateHost(host), candidate)
    }
  }

  /// An arrival that is no image is always refused; should the rules let one through, the answer is the service's own failure.
  private func refused(_ arrival: ImageArrival, _ candidate: VeniceCandidate) -> Outcome {
    contract.judge(arrival).map { Outcome($0, warnings: candidate.warnings) } ?? Outcome(VeniceError.editFailed.response)
  }

  private func edit(_ candidate: VeniceCandidate, of image: SourceImage, _ head: RequestHead) -> Step {
    if let facts = darkroom.inspector.knownFacts(of: image, maximumArea: VeniceContract.maximumArea) {
      if let refusal = contract.judge(.bytes(facts)) { return .done(Outcome(refusal, warnings: candidate.warnings)) }
      if let file = image.size.flatMap({ darkroom.known(drawing(candidate, image, $0)) }) {
        return .done(accepted(candidate, file, head))
      }
    }
    return .work { developed(candidate, image, head) }
  }

  /// Decodes straight into the canvas: whether the image is whole is known when its last row has been taken.
  private func developed(_ candidate: VeniceCandidate, _ image: SourceImage, _ head: RequestHead) -> Outcome {
    let size = image.size ?? PixelSize(width: 1, height: 1)
    let drawing = drawing(candidate, image, size)
    var canvas = SourceCanvas(fitting: drawing.size, keepsColour: false)
    let facts = darkroom.inspector.facts(of: image, maximumArea: VeniceContract.maximumArea, into: &canvas)
    if let refusal = contract.judge(.bytes(facts)) { return Outcome(refusal, warnings: candidate.warnings) }
    do {
      return accepted(candidate, try darkroom.file(of: drawing, source: canvas, mask: nil), head)
    } catch {
      return Outcome(VeniceError.editFailed.response)
    }
  }

  private func accepted(_ candidate: VeniceCandidate, _ file: [UInt8], _ head: RequestHead) -> Outcome {
    Outcome(VeniceAnswer(candidate, head: head).response(file), warnings: candidate.warnings)
  }

  private func drawing(_ candidate: VeniceCandidate, _ image: SourceImage, _ source: PixelSize) -> EditDrawing {
    let size = candidate.outputSize(for: source)
    let details = [
      candidate.effectiveRatio(for: source), candidate.resolution, "\(size)", candidate.outputFormat.rawValue, candidate.quality,
      candidate.safeMode ? nil : "safe mode off",
    ]
    let facts = EditFacts(
      endpoint: "VENICE image/edit", model: candidate.model.id, prompt: candidate.prompt, details: details.compactMap { $0 }, seed: seed)
    return EditDrawing(facts: facts, size: size, format: candidate.outputFormat, sources: [image.digest], mask: nil)
  }
}
