extension DGridRules {
  static let maskFields: [Check<DGridForm, DGridError>] = [maskIsFile]
  static let maskImages: [Check<DGridImages, DGridError>] = [maskSize, maskIsPNG, maskDimensions, maskAlpha]

  private static let maskIsFile = Check<DGridForm, DGridError>(
    "dgrid.edit.mask.file", says: "`mask`, when sent, is a file part; an empty text counts as not sent.", .documented,
    source: DGridSource.page("mask: file"), response: "400 invalid_type", asks: ["mask": [.file]]
  ) { form in
    // An empty text is what some clients send for "no mask".
    guard form.submitted.values(of: "mask").contains(where: { $0.text?.isEmpty == false }) else { return [] }
    let error = DGridError.wrongType("mask", expected: "a file", found: "a string")
    return [Finding("mask", expected: "a part with filename=\"…\"", found: "a text part", error)]
  }

  private static let maskSize = Check<DGridImages, DGridError>(
    "dgrid.edit.mask.max-bytes", says: "The mask file has less than 4 MB (4,194,304 bytes).", .observed, source: DGridSource.openAI("mask"),
    response: DGridError.notPNGOrTooLarge.summary, when: Ambiguities.dgridMaskRules.is(.check)
  ) { subject in
    guard let mask = subject.mask, mask.byteCount >= subject.fileLimit else { return [] }
    return [Finding("mask", expected: "less than \(subject.fileLimit) bytes", found: "\(mask.byteCount)", .notPNGOrTooLarge)]
  }

  private static let maskIsPNG = Check<DGridImages, DGridError>(
    "dgrid.edit.mask.png", says: "The mask is a PNG that decodes to its end.", .observed, source: DGridSource.openAI("mask"),
    response: DGridError.notPNGOrTooLarge.summary, when: Ambiguities.dgridMaskRules.is(.check)
  ) { subject in
    guard let mask = subject.mask, mask.byteCount < subject.fileLimit, !mask.isWholePNG else { return [] }
    return [Finding("mask", expected: "a whole PNG", found: mask.complaint, .notPNGOrTooLarge)]
  }

  private static let maskDimensions = Check<DGridImages, DGridError>(
    "dgrid.edit.mask.dimensions", says: "The mask has the width and height of the (first) image.", .observed,
    source: DGridSource.captured("mask size does not match image size"), response: "400 invalid_mask_image_format",
    when: Ambiguities.dgridMaskRules.is(.check)
  ) { subject in
    guard let mask = subject.mask, mask.isWholePNG, let size = subject.facts.first.flatMap({ subject.size($0.facts) }),
      let maskSize = subject.size(mask)
    else { return [] }
    guard maskSize != size else { return [] }
    return [Finding("mask", expected: "\(size), as the image", found: "\(maskSize)", .maskSizeDiffers)]
  }

  private static let maskAlpha = Check<DGridImages, DGridError>(
    "dgrid.edit.mask.alpha", says: "The mask has an alpha channel or a transparent colour.", .observed,
    source: DGridSource.captured("mask image missing alpha channel"), response: "400 invalid_mask_image_format",
    when: Ambiguities.dgridMaskRules.is(.check)
  ) { subject in
    guard let mask = subject.mask, mask.isWholePNG, !mask.hasAlpha else { return [] }
    return [Finding("mask", expected: "an alpha channel", found: mask.mode, .maskWithoutAlpha)]
  }
}
