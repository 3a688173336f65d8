internal import CCodecs

/// Reads whole pictures, strictly: what is not the complete file that its format describes is refused.
package enum ImageDecoder {
  /// Decodes `bytes` row by row into `sink`.
  ///
  /// The rows are 8-bit RGB, or RGBA where the file has alpha, or luminance alone where the sink looks at no colours and a JPEG or a lossy
  /// WebP without alpha stores that by itself. Palettes, greys, 16-bit samples, `tRNS` and CMYK are converted; colour profiles, gamma and EXIF
  /// orientation are not applied. The rows of HEIC and AVIF come turned and cropped as the file's boxes say. Bytes behind the end of the
  /// picture's own format are ignored.
  ///
  /// The header's area is compared with `maximumArea`, in pixels, before anything of its size is allocated. A PNG of more than 20 MB of
  /// samples and a baseline JPEG are decoded in memory of a few rows; a smaller PNG, whose samples are inflated in one piece, an interlaced
  /// one, a progressive JPEG, a WebP, a HEIC and an AVIF need the whole picture.
  ///
  /// When this throws, `sink` may have taken any number of rows, or none.
  package static func decode<Sink: RowSink>(
    _ bytes: [UInt8], as format: ImageFormat, maximumArea: UInt64, into sink: inout Sink
  ) throws(ImageDecodeError) {
    let decoder = try DecoderHandle(format: format, maximumArea: maximumArea)
    try unsafe bytes.withUnsafeBufferPointer { input throws(ImageDecodeError) in
      let layout = try unsafe decoder.open(input, forColours: sink.looksAtColours)
      sink.begin(layout)
      for y in 0..<layout.size.height {
        let row = try unsafe decoder.nextRow(length: layout.rowLength)
        sink.take(row: unsafe row.span, at: y)
      }
      try decoder.finish()
    }
  }
}

/// Why some bytes are not a picture that the mock takes.
package struct ImageDecodeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong.
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

  /// What is wrong.
  package var kind: Kind
  /// The format of the file.
  package var format: ImageFormat

  /// One sentence, without a full stop: "PNG chunk IDAT has a bad CRC".
  package var message: String

  /// The message.
  package var description: String { message }
}

/// The one owner of a C decoder.
@safe struct DecoderHandle: ~Copyable {
  private let format: ImageFormat
  private let maximumArea: UInt64
  private let decoder: OpaquePointer

  init(format: ImageFormat, maximumArea: UInt64) throws(ImageDecodeError) {
    guard let decoder = try unsafe Self.create(format) else {
      throw ImageDecodeError(kind: .outOfMemory, format: format, message: "there is not enough memory for a decoder")
    }
    self.format = format
    self.maximumArea = maximumArea
    unsafe self.decoder = decoder
  }

  deinit { unsafe codec_decoder_destroy(decoder) }

  /// Makes the format's decoder; nil: there is no memory.
  private static func create(_ format: ImageFormat) throws(ImageDecodeError) -> OpaquePointer? {
    if let codec = format.codec { return unsafe codec_decoder_create(codec) }
    do {
      return unsafe codec_heif_decoder_create(try HEIFLibrary.shared.get().functions)
    } catch { throw ImageDecodeError(kind: .unsupported, format: format, message: error.description) }
  }

  /// Reads the header of `bytes`, which must outlive this value; `forColours`: luminance alone will not do.
  func open(_ bytes: UnsafeBufferPointer<UInt8>, forColours: Bool) throws(ImageDecodeError) -> RowLayout {
    try check(unsafe codec_decoder_open(decoder, bytes.baseAddress, bytes.count, maximumArea, forColours))
    return RowLayout(size: size, channels: PixelChannels(rawValue: Int(unsafe codec_decoder_header(decoder).channels)) ?? .rgb)
  }

  /// Returns the next row; valid until the next call.
  func nextRow(length: Int) throws(ImageDecodeError) -> UnsafeBufferPointer<UInt8> {
    var row: UnsafePointer<UInt8>?
    try check(unsafe codec_decoder_next_row(decoder, &row))
    return unsafe UnsafeBufferPointer(start: row, count: length)
  }

  /// Reads and verifies what follows the last row.
  func finish() throws(ImageDecodeError) { try check(unsafe codec_decoder_finish(decoder)) }

  private var size: PixelSize {
    let header = unsafe codec_decoder_header(decoder)
    return PixelSize(width: Int(header.width), height: Int(header.height))
  }

  private func check(_ status: codec_status) throws(ImageDecodeError) {
    guard let kind = kind(of: status) else { return }
    throw ImageDecodeError(kind: kind, format: format, message: unsafe String(cString: codec_decoder_message(decoder)))
  }

  private func kind(of status: codec_status) -> ImageDecodeError.Kind? {
    switch status {
    case CODEC_OK: nil
    case CODEC_CORRUPT: .corrupt
    case CODEC_TRUNCATED: .truncated
    case CODEC_TOO_LARGE: .tooLarge(size, limit: maximumArea)
    case CODEC_ANIMATED: .animated
    case CODEC_UNSUPPORTED: .unsupported
    default: .outOfMemory
    }
  }
}
