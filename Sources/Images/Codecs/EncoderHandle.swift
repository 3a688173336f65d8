internal import CCodecs

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
  func write(row: [UInt8]) throws(ImageEncodeError) {
    try check(unsafe codec_encoder_write_row(encoder, row))
  }

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
