internal import CCodecs

/// The one owner of a C decoder.
@safe struct DecoderHandle: ~Copyable {
  private let format: ImageFormat
  private let maximumArea: UInt64
  private let decoder: OpaquePointer

  init(format: ImageFormat, maximumArea: UInt64) throws(ImageDecodeError) {
    guard let decoder = unsafe codec_decoder_create(format.codec) else {
      throw ImageDecodeError(kind: .outOfMemory, format: format, message: "there is not enough memory for a decoder")
    }
    self.format = format
    self.maximumArea = maximumArea
    unsafe self.decoder = decoder
  }

  deinit { unsafe codec_decoder_destroy(decoder) }

  /// Reads the header of `bytes`, which must outlive this value.
  ///
  /// - Parameter forColours: whether luminance alone will not do.
  func open(_ bytes: UnsafeBufferPointer<UInt8>, forColours: Bool) throws(ImageDecodeError) -> RowLayout {
    try check(unsafe codec_decoder_open(decoder, bytes.baseAddress, bytes.count, maximumArea, forColours))
    return RowLayout(size: size, channels: PixelChannels(rawValue: Int(unsafe codec_decoder_header(decoder).channels)) ?? .rgb)
  }

  /// The next row; valid until the next call.
  func nextRow(length: Int) throws(ImageDecodeError) -> UnsafeBufferPointer<UInt8> {
    var row: UnsafePointer<UInt8>?
    try check(unsafe codec_decoder_next_row(decoder, &row))
    return unsafe UnsafeBufferPointer(start: row, count: length)
  }

  /// Reads and verifies what follows the last row.
  func finish() throws(ImageDecodeError) {
    try check(unsafe codec_decoder_finish(decoder))
  }

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
