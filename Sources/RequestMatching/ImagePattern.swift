internal import Contract
package import Images

/// What the first image of a request must be like.
package struct ImagePattern: Sendable, Equatable {
  package enum Part: String, Sendable, CaseIterable { case width, height, bytes, format, alpha }

  package var width: NumberPattern?
  package var height: NumberPattern?
  package var bytes: NumberPattern?
  package var formats: [ImageFormat] = []
  package var hasAlpha: Bool?

  package init() {}

  /// The first part that does not hold; without an image, the first that is asked for.
  func firstFailure(_ image: ImageFacts?) -> Part? {
    Part.allCases.first { !holds($0, image) }
  }

  /// The parts that ask for something.
  var parts: [Part] { Part.allCases.filter { !expected($0).isEmpty } }

  func expected(_ part: Part) -> String {
    switch part {
    case .width: width?.description ?? ""
    case .height: height?.description ?? ""
    case .bytes: bytes?.description ?? ""
    case .format: formats.map(\.rawValue).joined(separator: ", ")
    case .alpha: hasAlpha.map { "\($0)" } ?? ""
    }
  }

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
  /// Whether nothing is asked, or the number is there and as asked.
  fileprivate func allows(_ number: Int?) -> Bool {
    guard let self else { return true }
    return number.map(self.matches) ?? false
  }
}
