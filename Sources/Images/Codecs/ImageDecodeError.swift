/// Why some bytes are not a picture that the mock takes.
package struct ImageDecodeError: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// The bytes break the format, or are of another one.
    case corrupt
    /// The bytes end too early.
    case truncated
    /// The header says more pixels than `limit`; nothing behind it was read.
    case tooLarge(PixelSize, limit: UInt64)
    /// A WebP file with frames.
    case animated
    /// A legal file of a kind that the library does not read, such as a JPEG with 12 bits a sample.
    case unsupported
    /// The machine had no memory for a picture within the limit.
    case outOfMemory
  }

  package var kind: Kind
  package var format: ImageFormat

  /// One sentence, without a full stop: "PNG chunk IDAT has a bad CRC".
  package var message: String

  package init(kind: Kind, format: ImageFormat, message: String) {
    self.kind = kind
    self.format = format
    self.message = message
  }
}

extension ImageDecodeError: CustomStringConvertible {
  package var description: String { message }
}
