/// A text that a picture carries beside its pixels.
///
/// In PNG a `tEXt` chunk where the text is printable ASCII and line feeds, else an uncompressed `iTXt` chunk in UTF-8. In JPEG a COM marker
/// `keyword: text` in UTF-8, cut at a whole character to the 65,533 bytes that a marker holds. WebP has none, and drops it.
package struct ImageText: Sendable, Equatable {
  /// 1 to 79 printable Latin-1 characters, without spaces at the ends or two in a row (PNG specification, 11.3.4.2).
  package var keyword: String

  /// Any text; U+0000, which PNG does not allow, is written as U+FFFD.
  package var text: String

  /// Makes a text.
  package init(keyword: String, text: String) {
    self.keyword = keyword
    self.text = text
  }
}

/// An ``ImageText`` as the bytes of a PNG chunk or of a JPEG marker.
struct EncodedText {
  enum ChunkType: String { case tEXt, iTXt }

  /// The longest COM marker, whose 16-bit length field counts itself.
  static let maximumCommentLength = 65_533

  var chunkType: ChunkType
  var payload: [UInt8]

  init(_ text: ImageText, for format: ImageFormat) throws(ImageEncodeError) {
    guard let keyword = Self.latin1Keyword(text.keyword) else {
      let rule = "a keyword has 1 to 79 printable Latin-1 characters and single spaces inside"
      throw ImageEncodeError(kind: .invalidKeyword(text.keyword), format: format, message: rule)
    }
    if format == .jpeg { self.init(comment: "\(text.keyword): \(text.text)") } else { self.init(keyword: keyword, text: text.text) }
  }

  private init(comment: String) {
    chunkType = .iTXt
    payload = []
    for scalar in comment.unicodeScalars {
      guard let bytes = UTF8.encode(scalar), payload.count + bytes.count <= Self.maximumCommentLength else { break }
      payload += bytes
    }
  }

  private init(keyword: [UInt8], text: String) {
    let isPlain = text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) }
    chunkType = isPlain ? .tEXt : .iTXt
    // Behind an iTXt keyword: no compression, method 0, no language, no translated keyword.
    payload = keyword + (isPlain ? [0] : [0, 0, 0, 0, 0])
    for scalar in text.unicodeScalars {
      payload += UTF8.encode(scalar.value == 0 ? "\u{FFFD}" : scalar) ?? UTF8.encodedReplacementCharacter
    }
  }

  private static func latin1Keyword(_ keyword: String) -> [UInt8]? {
    let scalars = keyword.unicodeScalars
    let isPrintable = scalars.allSatisfy { (0x20...0x7E).contains($0.value) || (0xA1...0xFF).contains($0.value) }
    guard isPrintable, (1...79).contains(scalars.count) else { return nil }
    guard !keyword.hasPrefix(" "), !keyword.hasSuffix(" "), !keyword.contains("  ") else { return nil }
    return scalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}
