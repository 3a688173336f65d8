internal import CCodecs

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
