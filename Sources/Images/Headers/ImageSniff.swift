internal import Formats

/// What bytes are, told by the bytes only: neither a file name nor a content type is asked.
package enum ImageSniff: Sendable, Equatable {
  /// A format the mock reads; the header may still have a defect.
  case recognised(ImageHeader)
  /// Anything else, named so that a message can say what was sent.
  case other(OtherContent)

  /// The header of a format the mock reads, nil for anything else.
  package var header: ImageHeader? {
    if case .recognised(let header) = self { header } else { nil }
  }

  /// The format the mock reads, nil for anything else.
  package var format: ImageFormat? { header?.format }
}

extension ImageSniff: CustomStringConvertible {
  /// What was sent, for a message: `a PNG image`, `an HTML page`, `bytes that begin with 00 01 02`.
  package var description: String {
    switch self {
    case .recognised(let header): "a \(header.format == .webp ? "WebP" : header.format.rawValue.uppercased()) image"
    case .other(let content): content.description
    }
  }
}
