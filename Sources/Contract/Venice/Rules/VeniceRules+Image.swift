internal import HTTPMessage
internal import Images

extension VeniceRules {
  static let imageFields: [Check<VeniceForm, ZodIssue>] = [imageRequired, imageType]

  private static let imageRequired = Check<VeniceForm, ZodIssue>(
    "venice.edit.image.required", says: "`image` is sent.", .documented, source: VeniceSource.page("image: required"),
    response: "400 invalid_type", asks: ["image": [.required]]
  ) { form in
    guard form.value("image") == nil else { return [] }
    return [Finding("image", expected: "a file, base64 or a URL", found: "no such field", .required("string", at: ["image"]))]
  }

  private static let imageType = Check<VeniceForm, ZodIssue>(
    "venice.edit.image.type", says: "`image` is a file upload, a base64 string or a URL.", .documented,
    source: VeniceSource.page("image: \"a file upload, a base64-encoded string, or a URL\""), response: "400 invalid_type",
    asks: ["image": [.image]]
  ) { form in
    guard let value = form.value("image"), value.text == nil, value.file == nil else { return [] }
    let issue = ZodIssue.invalidType("string", received: value.typeName, at: ["image"])
    return [Finding("image", expected: "a file, base64 or a URL", found: value.typeName, issue)]
  }

  /// Smallest and largest area of an image, both inclusive, in pixels.
  static let areaBounds: ClosedRange<UInt64> = 65_536...33_177_600

  static let images: [Check<VeniceImage, Response>] = [
    fetched, publicHost, base64, fileSize, vectorDrawing, format, readable, minimumArea, maximumArea, minimumSide, decodes,
  ]

  private static let fetched = Check<VeniceImage, Response>(
    "venice.edit.image.fetch", says: "An image URL can be fetched. The mock fetches only from itself and from --url-map folders.",
    .observed, source: VeniceSource.clientNotes, response: VeniceError.mediaNotFound.summary
  ) { subject in
    guard case .unreachable(let reason) = subject.arrival else { return [] }
    let isNotFound = subject.settings[Ambiguities.veniceFetchFailure] == .notFound
    let error = isNotFound ? VeniceError.mediaNotFound : VeniceError.mediaUnreachable
    return [Finding("image", expected: "a URL that the mock serves", found: reason, error)]
  }

  private static let publicHost = Check<VeniceImage, Response>(
    "venice.edit.image.public-host",
    says: "An image URL does not point to the server's machine or into a private network; the mock's own address may be there.",
    .observed, source: VeniceSource.clientNotes, response: VeniceError.privateHost.summary
  ) { subject in
    guard case .privateHost(let reason) = subject.arrival else { return [] }
    return [Finding("image", expected: "a public host", found: reason, .privateHost)]
  }

  private static let base64 = Check<VeniceImage, Response>(
    "venice.edit.image.base64", says: "An image that is a string and no URL is base64, with or without a data URL around it.", .documented,
    source: VeniceSource.page("image: \"a base64-encoded string\""), response: VeniceError.corruptedImage.summary
  ) { subject in
    guard case .notBase64(let reason) = subject.arrival else { return [] }
    return [Finding("image", expected: "base64", found: reason, subject.corrupted)]
  }

  private static let fileSize = Check<VeniceImage, Response>(
    "venice.edit.image.max-bytes", says: "The image file has less than 25 MB (26,214,400 bytes).", .documented,
    source: VeniceSource.page("image: \"File size must be less than 25MB\""), response: VeniceError.fileTooLarge.summary,
    since: "2026-01-14"
  ) { subject in
    let limit = subject.settings[Ambiguities.veniceMegabyte] == .binary ? 25 * 1024 * 1024 : 25_000_000
    guard let facts = subject.facts, facts.byteCount >= limit else { return [] }
    return [Finding("image", expected: "less than \(limit) bytes", found: "\(facts.byteCount)", .fileTooLarge)]
  }

  private static let formats = "a PNG, JPEG, WebP, HEIC or AVIF file"

  private static let vectorDrawing = Check<VeniceImage, Response>(
    "venice.edit.image.svg", says: "The image is no SVG drawing. (That it is refused is known; the words of the refusal are assumed.)",
    .observed, source: VeniceSource.octoberNotes, response: VeniceError.corruptedImage.summary
  ) { subject in
    guard let facts = subject.facts, facts.isSVG else { return [] }
    return [Finding("image", expected: "\(formats); draw the SVG as one of them", found: facts.kind, subject.corrupted)]
  }

  private static let format = Check<VeniceImage, Response>(
    "venice.edit.image.format", says: "The image is a PNG, JPEG, still WebP, HEIC (HEIF) or AVIF, told by its bytes.", .observed,
    source: VeniceSource.octoberNotes, response: VeniceError.corruptedImage.summary
  ) { subject in
    guard let facts = subject.facts, facts.format == nil, !facts.isSVG else { return [] }
    return [Finding("image", expected: formats, found: facts.kind, subject.corrupted)]
  }

  private static let readable = Check<VeniceImage, Response>(
    "venice.edit.image.header", says: "The image's header can be read.", .documented, source: VeniceSource.errorTable + ", CORRUPTED_IMAGE",
    response: VeniceError.corruptedImage.summary
  ) { subject in
    guard let facts = subject.facts, facts.format != nil, facts.size == nil else { return [] }
    return [Finding("image", expected: "a readable header", found: facts.defect ?? facts.kind, subject.corrupted)]
  }

  private static let minimumArea = Check<VeniceImage, Response>(
    "venice.edit.image.min-area", says: "The image has at least 65,536 pixels.", .documented,
    source: VeniceSource.page("image: \"at least 65536 pixels\""), response: VeniceError.imageTooSmall.summary
  ) { subject in
    guard let size = subject.facts?.size, size.area < areaBounds.lowerBound else { return [] }
    let found = "\(size.width)x\(size.height) = \(size.area)"
    return [Finding("image", expected: "at least \(areaBounds.lowerBound) pixels", found: found, .imageTooSmall)]
  }

  private static let maximumArea = Check<VeniceImage, Response>(
    "venice.edit.image.max-area", says: "The image has at most 33,177,600 pixels.", .documented,
    source: VeniceSource.page("image: \"must not exceed 33177600 pixels\"") + "; 422: " + VeniceSource.errorTable,
    response: VeniceError.imageTooLarge.summary
  ) { subject in
    guard let size = subject.facts?.size, size.area > areaBounds.upperBound else { return [] }
    let found = "\(size.width)x\(size.height) = \(size.area)"
    return [Finding("image", expected: "at most \(areaBounds.upperBound) pixels", found: found, .imageTooLarge)]
  }

  private static let minimumSide = Check<VeniceImage, Response>(
    "venice.edit.image.min-side", says: "Each side of the image has at least 64 pixels.", .observed, source: VeniceSource.clientNotes,
    response: VeniceError.imageTooSmall.summary, when: Ambiguities.veniceSideMinimum.is(.sixtyFour)
  ) { subject in
    guard let size = subject.facts?.size, min(size.width, size.height) < 64, size.area >= areaBounds.lowerBound else { return [] }
    return [Finding("image", expected: "sides of at least 64 pixels", found: "\(size)", .imageTooSmall)]
  }

  private static let decodes = Check<VeniceImage, Response>(
    "venice.edit.image.decodes", says: "The image decodes to its end, checksums included.", .observed,
    source: "a client saw edits refuse a PNG with bad chunk CRCs; " + VeniceSource.errorTable + ", CORRUPTED_IMAGE",
    response: VeniceError.corruptedImage.summary
  ) { subject in
    guard let facts = subject.facts, let size = facts.size, areaBounds.contains(size.area), let defect = facts.defect else { return [] }
    return [Finding("image", expected: "\(facts.kind) that is whole", found: defect, subject.corrupted)]
  }
}

extension VeniceRules {
  static let imageWarnings: [Warning<VeniceImage>] = [orientation, drawn]

  private static let orientation = Warning<VeniceImage>(
    "venice.edit.image.orientation",
    says: "The image is stored as it is seen: a file that says how to turn it is edited as it is seen, or as it is stored.", .assumed,
    source: VeniceSource.undocumented
  ) { subject in
    guard let facts = subject.facts, let found = facts.turned else { return [] }
    let isHonoured = facts.format?.isDecodedUpright == true || subject.settings[Ambiguities.veniceImageOrientation] == .honour
    return [Finding("image", expected: ImageFacts.storedAsSeen, found: "\(found); edited as it is \(isHonoured ? "seen" : "stored")")]
  }

  private static let drawn = Warning<VeniceImage>(
    "venice.edit.image.drawn",
    says: "The mock can decode the image and draw the edit from it. HEIC and AVIF need libheif; without it the source is not drawn.",
    .assumed, source: "a limit of the mock, not of the service"
  ) { subject in
    guard let facts = subject.facts, let obstacle = facts.obstacle else { return [] }
    return [Finding("image", expected: "an image that the mock can decode", found: "\(facts.kind): \(obstacle)")]
  }
}

extension ImageFacts {
  static let storedAsSeen = "orientation 1: pixels that are stored as they are seen"

  /// Says how a viewer turns the image; nil: it does not.
  var turned: String? {
    guard orientation != .upright, let size, let seenSize else { return nil }
    return "orientation \(orientation), \(size) seen as \(seenSize)"
  }
}

/// What the request's image turned out to be, as the image rules see it.
struct VeniceImage: Sendable {
  let arrival: ImageArrival
  let settings: Settings

  var facts: ImageFacts? { if case .bytes(let facts) = arrival { facts } else { nil } }

  var corrupted: Response { VeniceError.corrupted(for: settings).response }
}
