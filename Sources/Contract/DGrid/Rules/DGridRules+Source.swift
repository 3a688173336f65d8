extension DGridRules {
  /// What is told of the images that a JSON body refers to, or does not.
  static let sourceWarnings: [Warning<DGridInstruction>] = [sourceNamed, urlInSentence, typedDataURL, furtherImages]

  private static let pageInline = DGridSource.page("\"e.g. as a URL or embedded reference\"")

  private static let sourceNamed = Warning<DGridInstruction>(
    "dgrid.edit.source.none",
    says: "`content` refers to the image to edit. (The page's own example does not; the mock then draws from the prompt alone.)", .assumed,
    source: pageInline
  ) { instruction in
    guard instruction.images.isEmpty else { return [] }
    return [Finding("input.messages", expected: "a URL on a line of its own, or a data URL, in `content`", found: "no image")]
  }

  private static let urlInSentence = Warning<DGridInstruction>(
    "dgrid.edit.source.in-sentence", says: "An image's URL stands at the beginning or the end of a line: within a sentence it is text.",
    .assumed, source: pageInline
  ) { instruction in
    instruction.urlsInSentences.map { url in
      let found = "\(url.shortened(to: 200)) in a sentence, read as text"
      return Finding("input.messages", expected: "an image's URL on a line of its own", found: found)
    }
  }

  private static let typedDataURL = Warning<DGridInstruction>(
    "dgrid.edit.source.data-url",
    says: "An embedded image is a data URL with an image's type, such as data:image/png;base64,… and the base64 behind it.",
    .assumed, source: pageInline + "; Alibaba's reference of the models has that form only"
  ) { instruction in
    instruction.images.compactMap { image in
      let start = image.prefix(11).lowercased()
      guard !start.hasPrefix("http://"), !start.hasPrefix("https://"), start != "data:image/" else { return nil }
      let found =
        start.hasPrefix("data:") ? "'\(image.prefix { $0 != "," }.description.shortened())'" : "base64 without a data URL around it"
      return Finding("input.messages", expected: "data:image/png;base64,…", found: found)
    }
  }

  private static let furtherImages = Warning<DGridInstruction>(
    "dgrid.edit.source.further", says: "One image is referred to: the mock draws from the first, and others do not show.", .assumed,
    source: undocumentedUse
  ) { instruction in
    guard instruction.images.count > 1 else { return [] }
    return [Finding("input.messages", expected: "one image", found: "\(instruction.images.count); the picture shows the first")]
  }

  private static let undocumentedUse = "the mock itself; some of the models fuse several images"
}
