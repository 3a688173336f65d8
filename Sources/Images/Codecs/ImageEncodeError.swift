/// Why a picture cannot be written in a format.
package struct ImageEncodeError: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// A side is zero or longer than the format allows: 65,500 pixels in JPEG, 16,383 in WebP.
    case unsupportedSize(PixelSize)
    /// A keyword that PNG does not allow; see ``ImageText``.
    case invalidKeyword(String)
    case outOfMemory
    /// The library refused, for a reason that `message` gives.
    case refused
  }

  package var kind: Kind
  package var format: ImageFormat

  /// One sentence, without a full stop.
  package var message: String

  package init(kind: Kind, format: ImageFormat, message: String) {
    self.kind = kind
    self.format = format
    self.message = message
  }
}

extension ImageEncodeError: CustomStringConvertible {
  package var description: String { message }
}
