internal import CCodecs

/// Writes whole pictures: the same pixels and texts give the same bytes on every run.
package enum ImageEncoder {
  /// Encodes the rows of `source`, RGB or RGBA.
  ///
  /// PNG is truecolour with 8 bits a channel, never a palette, at compression level 1; up to 64 MB of samples are collected and deflated in
  /// one piece, more are written row by row. JPEG has quality 90 and 4:2:0; alpha is laid over white. WebP is lossy at quality 85 and keeps
  /// alpha exactly.
  package static func encode<Source: RowSource>(
    _ source: Source, as format: ImageFormat, texts: [ImageText] = []
  ) throws(ImageEncodeError) -> [UInt8] {
    let layout = source.layout
    guard let codec = format.codec else {
      throw ImageEncodeError(kind: .refused, format: format, message: "the mock does not write \(format.rawValue)")
    }
    try check(layout.size, for: format)
    let encoder = try EncoderHandle(format: format, codec)
    try encoder.open(layout)
    if format != .webp { for text in texts { try encoder.write(EncodedText(text, for: format)) } }
    var source = source
    var row = [UInt8](repeating: 0, count: layout.rowLength)
    for y in 0..<layout.size.height {
      source.fill(row: &row, at: y)
      try encoder.write(row: row)
    }
    return try encoder.finish()
  }

  private static func check(_ size: PixelSize, for format: ImageFormat) throws(ImageEncodeError) {
    let sides = 1...format.longestSide
    if sides.contains(size.width), sides.contains(size.height) { return }
    let message = "a side of \(size) is not within \(sides.lowerBound) to \(sides.upperBound) pixels"
    throw ImageEncodeError(kind: .unsupportedSize(size), format: format, message: message)
  }
}

extension ImageFormat {
  /// The longest side, in pixels, that the format's library writes.
  fileprivate var longestSide: Int {
    switch self {
    // libpng's default limit.
    case .png: 1_000_000
    case .jpeg: 65_500
    case .webp: 16_383
    case .heic, .avif: 0
    }
  }
}

/// Why a picture cannot be written in a format.
package struct ImageEncodeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package enum Kind: Equatable, Sendable {
    /// A side is zero or longer than the format allows: 65,500 pixels in JPEG, 16,383 in WebP.
    case unsupportedSize(PixelSize)
    /// A keyword that PNG does not allow; see ``ImageText``.
    case invalidKeyword(String)
    case outOfMemory
    /// The library refused, for the reason in `message`.
    case refused
  }

  /// What is wrong.
  package var kind: Kind
  /// The format of the file.
  package var format: ImageFormat

  /// One sentence, without a full stop.
  package var message: String

  /// The message.
  package var description: String { message }
}

/// The one owner of a C encoder and of the bytes it wrote.
@safe struct EncoderHandle: ~Copyable {
  private let format: ImageFormat
  private let encoder: OpaquePointer

  init(format: ImageFormat, _ codec: codec_format) throws(ImageEncodeError) {
    guard let encoder = unsafe codec_encoder_create(codec) else {
      throw ImageEncodeError(kind: .outOfMemory, format: format, message: "there is not enough memory for an encoder")
    }
    self.format = format
    unsafe self.encoder = encoder
  }

  deinit { unsafe codec_encoder_destroy(encoder) }

  /// - Precondition: no side is negative or above 2³².
  func open(_ layout: RowLayout) throws(ImageEncodeError) {
    let header = codec_header(
      width: UInt32(layout.size.width), height: UInt32(layout.size.height), channels: UInt32(layout.channels.rawValue))
    try check(unsafe codec_encoder_open(encoder, header))
  }

  func write(_ text: EncodedText) throws(ImageEncodeError) {
    try check(unsafe codec_encoder_write_text(encoder, text.chunkType.rawValue, text.payload, text.payload.count))
  }

  /// - Precondition: `row` is as long as the layout says.
  func write(row: [UInt8]) throws(ImageEncodeError) { try check(unsafe codec_encoder_write_row(encoder, row)) }

  func finish() throws(ImageEncodeError) -> [UInt8] {
    try check(unsafe codec_encoder_finish(encoder))
    var length = 0
    let bytes = unsafe codec_encoder_bytes(encoder, &length)
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: length))
  }

  private func check(_ status: codec_status) throws(ImageEncodeError) {
    if status == CODEC_OK { return }
    let kind: ImageEncodeError.Kind = status == CODEC_OUT_OF_MEMORY ? .outOfMemory : .refused
    throw ImageEncodeError(kind: kind, format: format, message: unsafe String(cString: codec_encoder_message(encoder)))
  }
}

extension ImageFormat {
  /// The name in the C shims of a format that is read and written; nil: it is only read, by libheif.
  var codec: codec_format? {
    switch self {
    case .png: CODEC_FORMAT_PNG
    case .jpeg: CODEC_FORMAT_JPEG
    case .webp: CODEC_FORMAT_WEBP
    case .heic, .avif: nil
    }
  }
}

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
