internal import Images

extension DGridRules {
  static let imageFields: [Check<DGridForm, DGridError>] = [imagePresent, imageIsFile, oneImageName, imageCount] + partChecks

  private static let pageSays = DGridSource.page("image: file, required")

  private static let imagePresent = Check<DGridForm, DGridError>(
    "dgrid.edit.image.required", says: "A part named `image` or `image[]` is sent.", .documented, source: pageSays,
    response: DGridError.missingImage.summary, asks: ["image": [.required]]
  ) { form in
    guard form.imageNames.isEmpty else { return [] }
    let found = form.submitted.names.first { $0.hasPrefix("image") }.map { "'\($0.shortened())'" } ?? "no such part"
    return [Finding("image", expected: "a file part named image or image[]", found: found, .missingImage)]
  }

  /// A text beside a file is a matter of its own: `dgrid.text-beside-image`.
  private static let imageIsFile = Check<DGridForm, DGridError>(
    "dgrid.edit.image.file", says: "The image is a file part: one with a filename that is not empty.", .documented,
    source: pageSays + "; text: " + DGridSource.captured("expected a file, but got a string instead"), response: "400 invalid_type",
    asks: ["image": [.file]]
  ) { form in
    guard form.images.isEmpty || form.settings[Ambiguities.dgridTextBesideImage] == .reject else { return [] }
    return form.imageParts.filter { $0.value.file == nil }.map { name, _ in
      Finding(name, expected: "a part with filename=\"…\"", found: "a text part", .imageNoFile(name))
    }
  }

  private static let oneImageName = Check<DGridForm, DGridError>(
    "dgrid.edit.image.one-name", says: "Images come under one name: `image` or `image[]`, not both.", .assumed,
    source: DGridSource.undocumented, response: "400 duplicate_parameter"
  ) { form in
    guard form.imageNames.contains("image"), form.imageNames.contains("image[]") else { return [] }
    return [Finding("image", expected: "image or image[]", found: "both", .duplicate("image"))]
  }

  private static let imageCount = Check<DGridForm, DGridError>(
    "dgrid.edit.image.count",
    says:
      "One image is sent; GPT image models take up to 16, and Qwen models that fuse images 3 (where dgrid.model-families is upstream). The page shows one file and states no number.",
    .observed, source: DGridSource.openAI("image") + "; Alibaba's model reference", response: "400 array_above_max_length"
  ) { form in
    let maximum = form.model.isGPT || form.followsUpstream ? form.model.largestImageCount : 1
    let count = form.images.count
    guard count > maximum else { return [] }
    let error = DGridError(
      400, "array_above_max_length", param: "image",
      "Invalid 'image': array too long. Expected an array with maximum length \(maximum), but got an array with length \(count) instead.")
    return [Finding("image", expected: "at most \(maximum) for \(form.model.id)", found: "\(count)", error)]
  }

  /// The largest area that is decoded, in pixels. Not documented. Venice's limit keeps the mock from decoding a decompression bomb.
  static let maximumArea: UInt64 = 33_177_600

  static let images: [Check<DGridImages, DGridError>] =
    [reachable, embedded, uploadSize, uploadIsPNG, area, square, alpha] + familyImages + maskImages

  private static let pagePNG = DGridSource.page("\"Source image in PNG format, under 4 MB\"")

  private static let reachable = Check<DGridImages, DGridError>(
    "dgrid.edit.source.fetch",
    says: "An image URL in `content` can be fetched. The mock fetches only from itself and from --url-map folders.", .documented,
    source: DGridSource.page("\"e.g. as a URL or embedded reference\""), response: "400 invalid_image_url"
  ) { subject in
    zip(subject.edit.images, subject.arrivals).compactMap { image, arrival in
      switch arrival {
      case .unreachable(let reason), .privateHost(let reason):
        guard case .url(let url) = image else { return nil }
        return Finding("input.messages", expected: "a URL that the mock serves", found: reason, .unreachableImage(url.shortened(to: 200)))
      case .bytes, .notBase64: return nil
      }
    }
  }

  private static let embedded = Check<DGridImages, DGridError>(
    "dgrid.edit.source.readable",
    says: "An image embedded in or referred to by `content` is base64 where embedded, and a whole PNG, JPEG or WebP.", .assumed,
    source: DGridSource.undocumented, response: "400 invalid_image_file"
  ) { subject in
    guard subject.edit.shape == .messages else { return [] }
    return subject.arrivals.enumerated().compactMap { index, arrival in
      switch arrival {
      case .notBase64(let reason): return Finding("input.messages", expected: "base64", found: reason, .unreadableImage(index + 1))
      case .bytes(let facts):
        guard !facts.isWhole(as: [.png, .jpeg, .webp]) else { return nil }
        return Finding("input.messages", expected: "a whole PNG, JPEG or WebP", found: facts.complaint, .unreadableImage(index + 1))
      case .unreachable, .privateHost: return nil
      }
    }
  }

  private static let uploadSize = Check<DGridImages, DGridError>(
    "dgrid.edit.image.max-bytes", says: "The image file has less than 4 MB (4,194,304 bytes).", .documented, source: pagePNG,
    response: DGridError.notPNGOrTooLarge.summary
  ) { subject in
    subject.pageUploads.filter { $0.facts.byteCount >= subject.fileLimit }.map {
      Finding("image", expected: "less than \(subject.fileLimit) bytes", found: "\($0.facts.byteCount)", .notPNGOrTooLarge)
    }
  }

  private static let uploadIsPNG = Check<DGridImages, DGridError>(
    "dgrid.edit.image.png", says: "The image is a PNG that decodes to its end, told by its bytes.", .documented, source: pagePNG,
    response: DGridError.notPNGOrTooLarge.summary
  ) { subject in
    subject.pageUploads.filter { $0.facts.byteCount < subject.fileLimit && !$0.facts.isWholePNG }.map {
      Finding("image", expected: "a whole PNG", found: $0.facts.complaint, .notPNGOrTooLarge)
    }
  }

  private static let area = Check<DGridImages, DGridError>(
    "dgrid.edit.image.max-area", says: "The image has at most 33,177,600 pixels.", .assumed, source: DGridSource.undocumented,
    response: "400 invalid_image_file"
  ) { subject in
    subject.facts.compactMap { index, facts in
      guard let size = facts.size, size.area > maximumArea else { return nil }
      return Finding("image", expected: "at most \(maximumArea) pixels", found: "\(size) = \(size.area)", .unreadableImage(index + 1))
    }
  }

  private static let square = Check<DGridImages, DGridError>(
    "dgrid.edit.image.square", says: "An image for dall-e-2 is square.", .observed, source: DGridSource.captured("equal width and height"),
    response: "400 Invalid input image"
  ) { subject in
    guard subject.isDallE2, let size = subject.uploads.first?.facts.size, size.width != size.height else { return [] }
    return [Finding("image", expected: "equal width and height", found: "\(size)", .notSquare("\(size)"))]
  }

  private static let alpha = Check<DGridImages, DGridError>(
    "dgrid.edit.image.alpha", says: "An image for dall-e-2 without a mask has transparency (or is grey): it says where to edit.", .observed,
    source: DGridSource.captured("format must be in ['RGBA', 'LA', 'L']"), response: "400 Invalid input image"
  ) { subject in
    guard subject.isDallE2, subject.edit.mask == nil, let facts = subject.uploads.first?.facts, facts.isWholePNG else { return [] }
    guard !facts.hasAlpha, facts.mode != "L" else { return [] }
    return [Finding("image", expected: "an alpha channel, or a mask", found: facts.mode, .noAlpha(facts.mode))]
  }

  static let imageWarnings: [Warning<DGridImages>] = [decimalMegabyte, orientation]

  private static let decimalMegabyte = Warning<DGridImages>(
    "dgrid.edit.image.decimal-megabyte", says: "The image file has less than 4,000,000 bytes: \"4 MB\" may be decimal.", .assumed,
    source: pagePNG, when: Ambiguities.dgridMegabyte.is(.binary)
  ) { subject in
    subject.pageUploads.filter { 4_000_000..<subject.fileLimit ~= $0.facts.byteCount }.map {
      Finding("image", expected: "less than 4000000 bytes", found: "\($0.facts.byteCount)")
    }
  }
}

extension DGridRules {
  private static let orientation = Warning<DGridImages>(
    "dgrid.edit.image.orientation",
    says: "The image is stored as it is seen: a file that says how to turn it is edited as it is seen, or as it is stored.", .assumed,
    source: DGridSource.undocumented
  ) { subject in
    let isHonoured = subject.settings[Ambiguities.dgridImageOrientation] == .honour
    let path = subject.edit.shape == .multipart ? "image" : "input.messages"
    return subject.facts.compactMap { _, facts in
      facts.turned.map {
        Finding(path, expected: ImageFacts.storedAsSeen, found: "\($0); edited as it is \(isHonoured ? "seen" : "stored")")
      }
    }
  }
}

/// What the images of a request turned out to be, as the image rules see them.
struct DGridImages: Sendable {
  let edit: ValidatedDGridEdit
  let arrivals: [ImageArrival]
  let mask: ImageFacts?
  let settings: Settings

  /// The images that have bytes, each with its index.
  var facts: [(index: Int, facts: ImageFacts)] {
    arrivals.enumerated().compactMap { index, arrival in if case .bytes(let facts) = arrival { (index, facts) } else { nil } }
  }

  /// The uploaded images, which must be PNG; images that a message refers to need not be.
  var uploads: [(index: Int, facts: ImageFacts)] { edit.shape == .multipart ? facts : [] }

  /// The uploaded images that the page's rules hold for; those for GPT image models may have OpenAI's instead.
  var pageUploads: [(index: Int, facts: ImageFacts)] { followsOpenAI ? [] : uploads }

  /// Whether OpenAI's rules on images hold instead of the page's.
  var followsOpenAI: Bool { edit.model.isGPT && settings[Ambiguities.dgridModelFamilies] == .upstream }

  /// The size of an image as it is edited.
  func size(_ image: ImageFacts) -> PixelSize? {
    settings[Ambiguities.dgridImageOrientation] == .honour ? image.seenSize : image.size
  }

  /// Bytes that a file must stay below.
  var fileLimit: Int { settings[Ambiguities.dgridMegabyte] == .binary ? 4 * 1024 * 1024 : 4_000_000 }

  /// Whether the rules of dall-e-2 apply.
  var isDallE2: Bool { edit.model.family == .dallE2 }
}

extension ImageFacts {
  var isWholePNG: Bool { isWhole(as: [.png]) }

  /// Whether it is a whole image of one of these formats, told by its bytes.
  func isWhole(as formats: [ImageFormat]) -> Bool { format.map(formats.contains) == true && size != nil && defect == nil }

  /// What the file is instead of what was expected.
  var complaint: String { defect.map { "\(kind): \($0)" } ?? kind }
}
