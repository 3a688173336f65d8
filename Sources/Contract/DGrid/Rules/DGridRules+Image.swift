internal import Images

/// What became of the images of a request, as the image rules see them.
struct DGridImages: Sendable {
  let candidate: ValidatedDGridEdit
  let arrivals: [ImageArrival]
  let mask: ImageFacts?
  let settings: Settings

  /// The images that have bytes, with their place.
  var facts: [(index: Int, facts: ImageFacts)] {
    arrivals.enumerated().compactMap { index, arrival in
      if case .bytes(let facts) = arrival { (index, facts) } else { nil }
    }
  }

  /// Uploaded files must be PNG; what a message refers to need not be.
  var uploads: [(index: Int, facts: ImageFacts)] { candidate.shape == .multipart ? facts : [] }

  var fileLimit: Int { settings[Ambiguities.dgridMegabyte] == .binary ? 4 * 1024 * 1024 : 4_000_000 }

  /// Whether dall-e-2's own rules hold.
  var isDallE2: Bool { candidate.model.family == .dallE2 }
}

extension DGridRules {
  /// Largest area that is decoded. Nobody says one; the same as Venice's keeps a bomb from being inflated.
  static let maximumArea: UInt64 = 33_177_600

  static let images: [Check<DGridImages, DGridError>] = [
    reachable, embedded, uploadSize, uploadIsPNG, area, square, alpha, maskSize, maskIsPNG, maskDimensions, maskAlpha,
  ]

  private static let pagePNG = DGridSource.page("\"Source image in PNG format, under 4 MB\"")

  private static let reachable = Check<DGridImages, DGridError>(
    Rule(
      "dgrid.edit.source.fetch",
      says: "An image URL in `content` can be fetched. The mock fetches only from itself and from --url-map folders.",
      .documented, source: DGridSource.page("\"e.g. as a URL or embedded reference\""), answers: "400 invalid_image_url")
  ) { subject in
    subject.arrivals.compactMap { arrival in
      switch arrival {
      case .unreachable(let why), .privateHost(let why):
        guard case .url(let url)? = subject.candidate.images.first else { return nil }
        return Finding("input.messages", expected: "a URL that the mock serves", found: why, .unreachableImage(url.shortened(to: 200)))
      case .bytes, .notBase64: return nil
      }
    }
  }

  private static let embedded = Check<DGridImages, DGridError>(
    Rule(
      "dgrid.edit.source.readable",
      says: "An image embedded in or referred to by `content` is base64 where embedded, and a whole PNG, JPEG or WebP.",
      .assumed, source: DGridSource.nobody, answers: "400 invalid_image_file")
  ) { subject in
    guard subject.candidate.shape == .messages else { return [] }
    return subject.arrivals.compactMap { arrival in
      switch arrival {
      case .notBase64(let why): return Finding("input.messages", expected: "base64", found: why, .unreadableImage(1))
      case .bytes(let facts):
        guard facts.size == nil || facts.defect != nil else { return nil }
        return Finding("input.messages", expected: "a whole PNG, JPEG or WebP", found: facts.complaint, .unreadableImage(1))
      case .unreachable, .privateHost: return nil
      }
    }
  }

  private static let uploadSize = Check<DGridImages, DGridError>(
    Rule(
      "dgrid.edit.image.max-bytes", says: "The image file has less than 4 MB (4,194,304 bytes).", .documented, source: pagePNG,
      answers: DGridError.notPNGOrTooLarge.summary)
  ) { subject in
    subject.uploads.filter { $0.facts.byteCount >= subject.fileLimit }.map {
      Finding("image", expected: "less than \(subject.fileLimit) bytes", found: "\($0.facts.byteCount)", .notPNGOrTooLarge)
    }
  }

  private static let uploadIsPNG = Check<DGridImages, DGridError>(
    Rule(
      "dgrid.edit.image.png", says: "The image is a PNG that decodes to its end, told by its bytes.", .documented, source: pagePNG,
      answers: DGridError.notPNGOrTooLarge.summary)
  ) { subject in
    subject.uploads.filter { $0.facts.byteCount < subject.fileLimit && !$0.facts.isWholePNG }.map {
      Finding("image", expected: "a whole PNG", found: $0.facts.complaint, .notPNGOrTooLarge)
    }
  }

  private static let area = Check<DGridImages, DGridError>(
    Rule(
      "dgrid.edit.image.max-area", says: "The image has at most 33,177,600 pixels.", .assumed, source: DGridSource.nobody,
      answers: "400 invalid_image_file")
  ) { subject in
    subject.facts.compactMap { index, facts in
      guard let size = facts.size, size.area > maximumArea else { return nil }
      return Finding("image", expected: "at most \(maximumArea) pixels", found: "\(size) = \(size.area)", .unreadableImage(index + 1))
    }
  }

  private static let square = Check<DGridImages, DGridError>(
    Rule(
      "dgrid.edit.image.square", says: "An image for dall-e-2 is square.", .observed,
      source: DGridSource.captured("equal width and height"),
      answers: "400 Invalid input image")
  ) { subject in
    guard subject.isDallE2, let size = subject.uploads.first?.facts.size, size.width != size.height else { return [] }
    return [Finding("image", expected: "equal width and height", found: "\(size)", .notSquare("\(size)"))]
  }

  private static let alpha = Check<DGridImages, DGridError>(
    Rule(
      "dgrid.edit.image.alpha", says: "An image for dall-e-2 without a mask has transparency (or is grey): it says where to edit.",
      .observed,
      source: DGridSource.captured("format must be in ['RGBA', 'LA', 'L']"), answers: "400 Invalid input image")
  ) { subject in
    guard subject.isDallE2, subject.candidate.mask == nil, let facts = subject.uploads.first?.facts, facts.isWholePNG else { return [] }
    guard !facts.hasAlpha, facts.mode != "L" else { return [] }
    return [Finding("image", expected: "an alpha channel, or a mask", found: facts.mode, .noAlpha(facts.mode))]
  }

  private static let maskSize = Check<DGridImages, DGridError>(
    Rule(
      "dgrid.edit.mask.max-bytes", says: "The mask file has less than 4 MB (4,194,304 bytes).", .observed,
      source: DGridSource.openAI("mask"),
      answers: DGridError.notPNGOrTooLarge.summary, when: Ambiguities.dgridMaskRules.is(.check))
  ) { subject in
    guard let mask = subject.mask, mask.byteCount >= subject.fileLimit else { return [] }
    return [Finding("mask", expected: "less than \(subject.fileLimit) bytes", found: "\(mask.byteCount)", .notPNGOrTooLarge)]
  }

  private static let maskIsPNG = Check<DGridImages, DGridError>(
    Rule(
      "dgrid.edit.mask.png", says: "The mask is a PNG that decodes to its end.", .observed, source: DGridSource.openAI("mask"),
      answers: DGridError.notPNGOrTooLarge.summary, when: Ambiguities.dgridMaskRules.is(.check))
  ) { subject in
    guard let mask = subject.mask, mask.byteCount < subject.fileLimit, !mask.isWholePNG else { return [] }
    return [Finding("mask", expected: "a whole PNG", found: mask.complaint, .notPNGOrTooLarge)]
  }

  private static let maskDimensions = Check<DGridImages, DGridError>(
    Rule(
      "dgrid.edit.mask.dimensions", says: "The mask has the width and height of the (first) image.", .observed,
      source: DGridSource.captured("mask size does not match image size"), answers: "400 invalid_mask_image_format",
      when: Ambiguities.dgridMaskRules.is(.check))
  ) { subject in
    guard let mask = subject.mask, mask.isWholePNG, let size = subject.facts.first?.facts.size, let maskSize = mask.size else { return [] }
    guard maskSize != size else { return [] }
    return [Finding("mask", expected: "\(size), as the image", found: "\(maskSize)", .maskSizeDiffers)]
  }

  private static let maskAlpha = Check<DGridImages, DGridError>(
    Rule(
      "dgrid.edit.mask.alpha", says: "The mask has an alpha channel or a transparent colour.", .observed,
      source: DGridSource.captured("mask image missing alpha channel"), answers: "400 invalid_mask_image_format",
      when: Ambiguities.dgridMaskRules.is(.check))
  ) { subject in
    guard let mask = subject.mask, mask.isWholePNG, !mask.hasAlpha else { return [] }
    return [Finding("mask", expected: "an alpha channel", found: mask.mode, .maskWithoutAlpha)]
  }

  /// What is accepted and worth knowing of the images.
  static let imageNotices: [Warning<DGridImages>] = [decimalMegabyte]

  private static let decimalMegabyte = Warning<DGridImages>(
    Rule(
      "dgrid.edit.image.decimal-megabyte", says: "The image file has less than 4,000,000 bytes: \"4 MB\" may be decimal.", .assumed,
      source: pagePNG, severity: .warning, answers: "200", when: Ambiguities.dgridMegabyte.is(.binary))
  ) { subject in
    subject.uploads.filter { 4_000_000..<subject.fileLimit ~= $0.facts.byteCount }.map {
      Finding("image", expected: "less than 4000000 bytes", found: "\($0.facts.byteCount)")
    }
  }
}

extension ImageFacts {
  fileprivate var isWholePNG: Bool { format == .png && size != nil && defect == nil }

  /// What to say of a file that is not what was wanted.
  fileprivate var complaint: String { defect.map { "\(kind): \($0)" } ?? kind }
}
