internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images
internal import Journal
internal import Rendering
internal import Support

/// One accepted DGrid request on its way to pictures.
struct DGridEditJob: Sendable {
  let service: DGridService
  let candidate: ValidatedDGridEdit
  let head: RequestHead
  let requestID: String
  /// What a scenario is told of it; nil: none looks.
  let edit: EditSummary?

  /// An image of the request: its bytes, or why there are none.
  fileprivate enum Arrived: Sendable {
    case image(SourceImage)
    case missing(ImageArrival)

    var image: SourceImage? {
      if case .image(let image) = self { image } else { nil }
    }
  }

  /// The images of the request and what is to be drawn from them: taken in once, copied and hashed, however the outcome is reached.
  struct Inputs: Sendable {
    fileprivate let arrived: [Arrived]
    fileprivate let mask: SourceImage?
    fileprivate let drawings: [EditDrawing]

    fileprivate var images: [SourceImage] { arrived.compactMap(\.image) }
    /// The images and the mask.
    fileprivate var all: [SourceImage] { images + [mask].compactMap(\.self) }

    /// All of them, each with the facts at its place.
    fileprivate func seen(_ facts: [ImageFacts]) -> [RequestImage] { zip(all, facts).map { RequestImage($1, $0.digest) } }
  }

  /// Takes the images in; one named by URL is fetched.
  func takeInputs() -> Inputs {
    let arrived = candidate.images.map(arrive)
    let mask = candidate.mask.map { SourceImage($0.bytes) }
    return Inputs(arrived: arrived, mask: mask, drawings: drawings(arrived.compactMap(\.image), mask))
  }

  /// Judges, where all images are known, and decodes and judges where they are not; drawing is left to the outcome.
  func step(_ inputs: Inputs) -> Step {
    let known = inputs.all.compactMap { service.darkroom.inspector.knownFacts(of: $0, maximumArea: maximumArea) }
    guard known.count == inputs.all.count else { return .work { finished(inputs) } }
    let verdict = judge(inputs.arrived, known, hasMask: inputs.mask != nil)
    if let refusal = verdict.refusal { return .done(refused(refusal, inputs.seen(known))) }
    let files = inputs.drawings.compactMap { service.darkroom.known($0) }
    guard files.count == inputs.drawings.count else {
      // A scenario may answer in its place, and then nothing is decoded again.
      return .drawing(accepted(inputs, verdict.warnings, inputs.seen(known)) { try drawn(inputs.drawings, decodeAndValidate(inputs)) })
    }
    let outcome = accepted(inputs, verdict.warnings, inputs.seen(known)) { files }
    let isInMemory = candidate.responseFormat == .base64 || inputs.drawings.allSatisfy { service.generated.isRecent($0.fileName) }
    return isInMemory ? .done(outcome) : .drawing(outcome)
  }

  private func finished(_ inputs: Inputs) -> Outcome {
    let development = decodeAndValidate(inputs)
    let verdict = judge(inputs.arrived, development.facts, hasMask: inputs.mask != nil)
    if let refusal = verdict.refusal { return refused(refusal, inputs.seen(development.facts)) }
    // Not the images themselves: the outcome may be kept for as long as the answer takes.
    return accepted(inputs, verdict.warnings, inputs.seen(development.facts)) { [drawings = inputs.drawings] in
      try drawn(drawings, development)
    }
  }

  private func decodeAndValidate(_ inputs: Inputs) -> Development {
    let (inspector, images) = (service.darkroom.inspector, inputs.images)
    var development = Development(
      size: inputs.drawings[0].size, hasSource: !images.isEmpty, isMasked: inputs.mask != nil, usesOwnAlpha: usesOwnAlpha(images.first))
    for (index, image) in images.enumerated() {
      if index == 0 {
        development.facts.append(inspector.facts(of: image, maximumArea: maximumArea, into: &development.source))
      } else {
        var none = DiscardedRows()
        development.facts.append(inspector.facts(of: image, maximumArea: maximumArea, into: &none))
      }
    }
    if let mask = inputs.mask {
      development.facts.append(inspector.facts(of: mask, maximumArea: maximumArea, into: &development.mask))
    }
    return development
  }

  private func drawn(_ drawings: [EditDrawing], _ development: Development) throws -> [[UInt8]] {
    // A source that is opaque after all says nothing of where to edit, and is edited whole.
    let ownMask = development.usesOwnAlpha ? development.source.transparencyMask.flatMap { $0.isOpaque ? nil : $0 } : nil
    let (source, mask) = (development.hasSource ? development.source : nil, ownMask ?? development.decodedMask)
    return try drawings.map { drawing in
      try service.darkroom.file(of: drawing, source: source, mask: mask, paintsAnew: ownMask != nil)
    }
  }

  private func accepted(
    _ inputs: Inputs, _ warnings: [Violation], _ seen: [RequestImage], files: @escaping @Sendable () throws -> [[UInt8]]
  ) -> Outcome {
    let (drawings, sizes) = (inputs.drawings, inputs.images.compactMap(\.size))
    var outcome = Outcome(warnings: candidate.warnings + warnings) { change in
      do {
        let pictures = zip(drawings, try files()).map { picture($0, $1, change) }
        let answer = DGridResponse(
          candidate, sources: sizes, size: drawings[0].size, settings: service.contract.settings)
        return answer.response(pictures, created: service.now())
      } catch {
        return DGridError.editFailed.response(service.contract.settings, requestID: requestID)
      }
    }
    outcome.edit = edit?.with(seen)
    return outcome
  }

  private func picture(_ drawing: EditDrawing, _ file: [UInt8], _ change: PictureChange?) -> DGridPicture {
    let changed = change?(file)
    switch candidate.responseFormat {
    case .base64: return .base64(changed.map { Base64.encode($0) } ?? service.darkroom.base64(of: drawing, file))
    case .url:
      let name = changed.map { drawing.fileName(of: $0) } ?? drawing.fileName
      service.generated.keep(changed ?? file, as: name)
      return .url("\(head.origin)/generated/\(name)")
    }
  }

  private func refused(_ refusal: Refusal, _ seen: [RequestImage]) -> Outcome {
    var outcome = Outcome(refusal, warnings: candidate.warnings)
    outcome.edit = edit?.with(seen)
    return outcome
  }

  private func judge(_ arrived: [Arrived], _ facts: [ImageFacts], hasMask: Bool) -> (refusal: Refusal?, warnings: [Violation]) {
    var left = facts[...]
    let arrivals = arrived.map { arrival in
      switch arrival {
      case .missing(let why): why
      case .image: ImageArrival.bytes(left.removeFirst())
      }
    }
    return service.contract.judge(candidate, images: arrivals, mask: hasMask ? left.first : nil, requestID: requestID)
  }

  private func arrive(_ reference: ImageReference) -> Arrived {
    if case .url(let url) = reference {
      return switch service.fetcher.fetch(url, ownAuthority: head.authority) {
      case .bytes(let bytes): .image(SourceImage(bytes))
      case .unreachable(let why): .missing(.unreachable(why))
      case .privateHost(let host): .missing(.privateHost("\(host) is in a private network"))
      }
    }
    do {
      return try service.darkroom.intake.image(reference).map { .image($0) } ?? .missing(.unreachable("no bytes"))
    } catch {
      return .missing(.notBase64("\(error)"))
    }
  }

  private var maximumArea: UInt64 { DGridContract.maximumArea }

  /// dall-e-2 without a mask edits where the image itself is transparent.
  private func usesOwnAlpha(_ image: SourceImage?) -> Bool {
    candidate.model.family == .dallE2 && candidate.mask == nil && image?.facts(defect: nil).hasAlpha == true
  }

  private func drawings(_ images: [SourceImage], _ mask: SourceImage?) -> [EditDrawing] {
    let source = images.first
    let size = candidate.outputSize(for: source?.size)
    let isMasked = mask != nil || usesOwnAlpha(source)
    let details = ["\(size)", candidate.outputFormat.rawValue] + (isMasked ? ["masked"] : [])
    return (0..<candidate.count).map { index in
      let facts = EditFacts(
        endpoint: "DGRID images/edits", model: candidate.model.id, prompt: candidate.prompt, details: details, seed: service.seed,
        variation: index)
      return EditDrawing(facts: facts, size: size, format: candidate.outputFormat, sources: images.map(\.digest), mask: mask?.digest)
    }
  }
}

/// The canvases that the images of one request are decoded into, and what was found meanwhile.
private struct Development {
  var source: SourceCanvas
  var mask: MaskCanvas
  /// Of the images, and of the mask at the end.
  var facts: [ImageFacts] = []
  let hasSource: Bool
  let isMasked: Bool
  let usesOwnAlpha: Bool

  init(size: PixelSize, hasSource: Bool, isMasked: Bool, usesOwnAlpha: Bool) {
    source = SourceCanvas(fitting: size, keepsColour: isMasked || usesOwnAlpha, keepsAlpha: usesOwnAlpha)
    mask = MaskCanvas(fitting: size)
    self.hasSource = hasSource
    self.isMasked = isMasked
    self.usesOwnAlpha = usesOwnAlpha
  }

  /// nil: there is none, or it is no image.
  var decodedMask: MaskCanvas? { isMasked && facts.last?.defect == nil && facts.last?.size != nil ? mask : nil }
}

extension EditDrawing {
  /// `edited-` and half of the digest: the same request has the same name in every run with the same seed.
  var fileName: String { fileName(digest) }

  /// The name for other bytes under the same extension.
  func fileName(of bytes: [UInt8]) -> String { fileName(SHA256Digest.of(bytes)) }

  private func fileName(_ digest: SHA256Digest) -> String { "edited-\("\(digest)".prefix(32)).\(format.fileExtension)" }
}
