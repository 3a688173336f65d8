internal import Contract
internal import Formats
internal import Images

/// A pattern of a request's first image: every part that is set must hold.
package struct ImagePattern: Sendable, Equatable {
  enum Part: String, Sendable, CaseIterable { case width, height, bytes, format, alpha }

  private(set) var width: NumberPattern?
  private(set) var height: NumberPattern?
  private(set) var bytes: NumberPattern?
  private(set) var formats: [ImageFormat] = []
  private(set) var hasAlpha: Bool?

  /// Reads the mapping `image`.
  init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    guard let mapping = YAMLMapping(node, "`image`", keys: Self.keys.map(\.name), &problems) else { return nil }
    if mapping.isEmpty { problems.add(node, "`image` is empty; write what it must be, such as `{ width: \"> 1024\" }`") }
    width = mapping["width"].flatMap { NumberPattern(someOf: $0, "image.width", &problems) }
    height = mapping["height"].flatMap { NumberPattern(someOf: $0, "image.height", &problems) }
    bytes = mapping["bytes"].flatMap { NumberPattern(someOf: $0, "image.bytes", inBytes: true, &problems) }
    formats = (mapping["format"].map { $0.words("image.format", of: ImageFormat.allCases.map(\.rawValue), &problems) } ?? [])
      .compactMap(ImageFormat.init)
    hasAlpha = mapping["alpha"].flatMap { $0.flag("image.alpha", &problems) }
  }

  /// Returns the first part that does not hold; without an image, the first that is set.
  func firstFailure(_ image: ImageFacts?) -> Part? { Part.allCases.first { !holds($0, image) } }

  /// The parts that are set.
  var parts: [Part] { Part.allCases.filter { !expected($0).isEmpty } }

  /// Returns what a part must be, as it is written in a file; empty for one that is not set.
  func expected(_ part: Part) -> String {
    switch part {
    case .width: width?.description ?? ""
    case .height: height?.description ?? ""
    case .bytes: bytes?.description ?? ""
    case .format: formats.map(\.rawValue).joined(separator: ", ")
    case .alpha: hasAlpha.map { "\($0)" } ?? ""
    }
  }

  /// Returns what a part of the image is, for a message.
  static func found(_ part: Part, _ image: ImageFacts?) -> String {
    guard let image else { return "no image" }
    return switch part {
    case .width: image.size.map { "\($0.width)" } ?? "unknown"
    case .height: image.size.map { "\($0.height)" } ?? "unknown"
    case .bytes: "\(image.byteCount)"
    case .format: image.format?.rawValue ?? image.kind
    case .alpha: "\(image.hasAlpha)"
    }
  }

  /// Tells whether a part of the image fits, or is not set.
  func holds(_ part: Part, _ image: ImageFacts?) -> Bool {
    switch part {
    case .width: width.allows(image?.size?.width)
    case .height: height.allows(image?.size?.height)
    case .bytes: bytes.allows(image?.byteCount)
    case .format: formats.isEmpty || image?.format.map(formats.contains) ?? false
    case .alpha: hasAlpha == nil || image?.hasAlpha == hasAlpha
    }
  }
}

extension NumberPattern? {
  fileprivate func allows(_ number: Int?) -> Bool {
    guard let self else { return true }
    return number.map(self.matches) ?? false
  }
}
