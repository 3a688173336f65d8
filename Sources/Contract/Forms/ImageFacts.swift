package import Images

/// What is known of an image after a look at its header and a full decode.
package struct ImageFacts: Sendable, Equatable {
  /// What the bytes are, in words: `PNG`, `a GIF image`, `nothing (0 bytes)`.
  package let kind: String
  /// nil: not one of the formats that are read.
  package let format: ImageFormat?
  /// As the header says; nil when the header cannot be read.
  package let size: PixelSize?
  /// Whether there is an alpha channel or a transparent colour.
  package let hasAlpha: Bool
  /// What one pixel is in the file: `L`, `LA`, `P`, `RGB`, `RGBA`, `CMYK`.
  package let mode: String
  package let byteCount: Int
  /// What is wrong with the file, as one sentence; nil: it decodes to the end. Not looked for beyond the area that may be decoded.
  package let defect: String?

  package init(kind: String, format: ImageFormat?, size: PixelSize?, hasAlpha: Bool, mode: String, byteCount: Int, defect: String?) {
    self.kind = kind
    self.format = format
    self.size = size
    self.hasAlpha = hasAlpha
    self.mode = mode
    self.byteCount = byteCount
    self.defect = defect
  }
}

/// What became of the image that a request names.
package enum ImageArrival: Sendable {
  case bytes(ImageFacts)
  /// The text is not base64: what is wrong, and where.
  case notBase64(String)
  /// The URL gave nothing: why.
  case unreachable(String)
  /// The URL points into a private network.
  case privateHost(String)
}
