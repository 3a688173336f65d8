internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images
internal import Journal
internal import Rendering
internal import Support

/// One accepted edit on its way to pictures: what both APIs have in common.
///
/// Its images are taken in, judged by the contract, and decoded straight into the canvas that is rendered from: whether an image is whole is
/// known when its last row has been taken. What is known from before is not decoded again.
protocol EditJob: Sendable {
  /// Largest area of an image that is decoded, in pixels.
  static var maximumArea: UInt64 { get }

  var resources: EditResources { get }
  var head: RequestHead { get }
  /// The warnings that the fields have earned.
  var warnings: [Violation] { get }
  /// What the result tells of the edit; nil: nothing.
  var summary: EditSummary? { get }

  /// Checks the images by the contract; warnings when there is nothing to refuse.
  func checkImages(_ arrivals: [ImageArrival], mask: ImageFacts?) -> (refusal: Refusal?, warnings: [Violation])
  /// Tells whether images are edited as a viewer shows them: turned as their EXIF data say.
  var honoursOrientation: Bool { get }
  /// Tells whether the first image itself says by its transparency where to edit.
  func usesOwnAlpha(_ inputs: EditInputs) -> Bool
  /// Returns the pictures to be rendered, all of one size.
  func drawings(_ inputs: EditInputs) -> [EditDrawing]
  /// Tells whether pictures whose files are in memory can be responded without the disk.
  func isInMemory(_ drawings: [EditDrawing]) -> Bool
  /// Puts the pictures into the response; `sources` are the sizes of the images.
  func response(_ pictures: [RenderedPicture], sources: [PixelSize]) -> Response
  /// The response when a picture cannot be rendered.
  var failure: Response { get }
}

/// What the edits of both APIs share.
struct EditResources: Sendable {
  let resolver: ImageResolver
  let probe = ImageProbe()
  let cache: RenderCache
  /// Another seed gives another set of pictures.
  let seed: UInt64
}

/// A picture's file on its way into a response.
struct RenderedPicture: Sendable {
  let drawing: EditDrawing
  let file: [UInt8]
  /// Tells whether a fault has changed the file after it was rendered.
  let isChanged: Bool
}

/// The images of one request: taken in, copied and hashed once.
struct EditInputs: Sendable {
  let images: [SourceImage]
  let mask: SourceImage?
  private let resolved: [ResolvedImage]

  /// Takes the images in; one that is named by URL is fetched.
  fileprivate init(_ references: [ImageReference], _ mask: SubmittedFile?, for job: some EditJob) {
    resolved = references.map { job.resources.resolver.resolve($0, for: job.head) }
    images = resolved.compactMap(\.image)
    self.mask = mask.map { SourceImage($0.bytes) }
  }

  /// The facts of the images, and of the mask at the end, when all are known without a decode.
  fileprivate func knownFacts(_ probe: ImageProbe, maximumArea: UInt64) -> [ImageFacts]? {
    let all = images + [mask].compactMap(\.self)
    let facts = all.compactMap { probe.knownFacts(of: $0, maximumArea: maximumArea) }
    return facts.count == all.count ? facts : nil
  }

  /// All images and the mask with their facts, for the journal.
  fileprivate func summary(_ facts: [ImageFacts]) -> [RequestImage] {
    var seen = zip(images, facts).map { RequestImage($1, $0.digest) }
    if let mask, let last = facts.last { seen.append(RequestImage(last, mask.digest)) }
    return seen
  }

  /// How each image arrived, for the contract.
  fileprivate func arrivals(_ facts: [ImageFacts]) -> [ImageArrival] {
    var left = facts[...]
    return resolved.map { image in
      switch image {
      case .missing(let why): why
      case .image: .bytes(left.removeFirst())
      }
    }
  }
}

extension EditJob {
  func usesOwnAlpha(_ inputs: EditInputs) -> Bool { false }
  func isInMemory(_ drawings: [EditDrawing]) -> Bool { true }

  /// Takes the images in and judges them; what decodes, or reads files, is deferred.
  func respond(to references: [ImageReference], mask: SubmittedFile? = nil) -> Work<HandlingResult> {
    if references.contains(where: \.isURL) { return .deferred { validate(EditInputs(references, mask, for: self)).finished() } }
    return validate(EditInputs(references, mask, for: self))
  }

  /// Judges the images where all facts are known; rendering is left to the result.
  private func validate(_ inputs: EditInputs) -> Work<HandlingResult> {
    guard let facts = inputs.knownFacts(resources.probe, maximumArea: Self.maximumArea) else {
      return .deferred { decodeAndValidate(inputs) }
    }
    let verdict = checkImages(inputs.arrivals(facts), mask: inputs.mask == nil ? nil : facts.last)
    if let refusal = verdict.refusal { return .ready(refused(refusal, inputs, facts)) }
    let drawings = drawings(inputs)
    let files = drawings.compactMap(resources.cache.file)
    if files.count == drawings.count {
      return .ready(accepted(drawings, inputs, facts, verdict.warnings, isRendered: isInMemory(drawings)) { files })
    }
    // A scenario may respond in its place, and then nothing is decoded again.
    return .ready(
      accepted(drawings, inputs, facts, verdict.warnings, isRendered: false) {
        try resources.cache.render(drawings, decode(inputs, fitting: drawings[0].size))
      })
  }

  /// Decodes the images into the canvases that are rendered from, and judges what the decode has found.
  private func decodeAndValidate(_ inputs: EditInputs) -> HandlingResult {
    let drawings = drawings(inputs)
    let decoded = decode(inputs, fitting: drawings[0].size)
    let verdict = checkImages(inputs.arrivals(decoded.facts), mask: inputs.mask == nil ? nil : decoded.facts.last)
    if let refusal = verdict.refusal { return refused(refusal, inputs, decoded.facts) }
    return accepted(drawings, inputs, decoded.facts, verdict.warnings, isRendered: false) { try resources.cache.render(drawings, decoded) }
  }

  private func decode(_ inputs: EditInputs, fitting size: PixelSize) -> DecodedImages {
    var decoded = DecodedImages(fitting: size, inputs, usesOwnAlpha: usesOwnAlpha(inputs), honoursOrientation: honoursOrientation)
    let (probe, area) = (resources.probe, Self.maximumArea)
    var none = DiscardedRows()
    if let first = inputs.images.first { decoded.facts.append(probe.facts(of: first, maximumArea: area, into: &decoded.source)) }
    for image in inputs.images.dropFirst() { decoded.facts.append(probe.facts(of: image, maximumArea: area, into: &none)) }
    if let mask = inputs.mask { decoded.facts.append(probe.facts(of: mask, maximumArea: area, into: &decoded.mask)) }
    return decoded
  }

  /// The closure keeps no image: the result may be held for as long as rendering takes.
  private func accepted(
    _ drawings: [EditDrawing], _ inputs: EditInputs, _ facts: [ImageFacts], _ warnings: [Violation], isRendered: Bool,
    files: @escaping @Sendable () throws -> [[UInt8]]
  ) -> HandlingResult {
    let sizes = inputs.images.compactMap { $0.size(asSeen: honoursOrientation) }
    let summary = summary?.with(inputs.summary(facts))
    return HandlingResult(warnings: self.warnings + warnings, edit: summary, isRendered: isRendered) { change in
      do {
        let pictures = zip(drawings, try files()).map { RenderedPicture(drawing: $0, file: change?($1) ?? $1, isChanged: change != nil) }
        return response(pictures, sources: sizes)
      } catch { return failure }
    }
  }

  private func refused(_ refusal: Refusal, _ inputs: EditInputs, _ facts: [ImageFacts]) -> HandlingResult {
    HandlingResult(refusal, warnings: warnings, edit: summary?.with(inputs.summary(facts)))
  }
}
