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
    try check(layout.size, for: format)
    let encoder = try EncoderHandle(format: format)
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
  /// Of the file.
  package var format: ImageFormat

  /// One sentence, without a full stop.
  package var message: String

  /// Makes an error.
  package init(kind: Kind, format: ImageFormat, message: String) {
    self.kind = kind
    self.format = format
    self.message = message
  }

  /// The message.
  package var description: String { message }
}

/// The one owner of a C encoder and of the bytes it wrote.
@safe struct EncoderHandle: ~Copyable {
  private let format: ImageFormat
  private let encoder: OpaquePointer

  init(format: ImageFormat) throws(ImageEncodeError) {
    guard let encoder = unsafe codec_encoder_create(format.codec) else {
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
  /// The name of the format in the C shims.
  var codec: codec_format {
    switch self {
    case .png: CODEC_FORMAT_PNG
    case .jpeg: CODEC_FORMAT_JPEG
    case .webp: CODEC_FORMAT_WEBP
    }
  }
}
