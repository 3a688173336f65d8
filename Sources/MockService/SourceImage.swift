internal import Contract
internal import Formats
internal import Images
internal import Support

/// An image that came with a request: which one it is, what its header says, and its bytes.
struct SourceImage: Sendable {
  /// What is known of an image once its bytes have been looked at.
  struct Identity: Sendable {
    let digest: SHA256Digest
    let sniff: ImageSniff
    let byteCount: Int
  }

  private enum Content: Sendable {
    case bytes([UInt8])
    /// Known from before, and left where it came in.
    case unread(ImageReference)
  }

  let identity: Identity
  private let content: Content

  init(_ bytes: [UInt8]) {
    identity = Identity(digest: SHA256Digest.of(bytes), sniff: ImageHeader.read(bytes), byteCount: bytes.count)
    content = .bytes(bytes)
  }

  /// An image that is known already.
  init(_ identity: Identity, in reference: ImageReference) {
    self.identity = identity
    content = .unread(reference)
  }

  var digest: SHA256Digest { identity.digest }
  var format: ImageFormat? { identity.sniff.format }
  var size: PixelSize? { identity.sniff.header?.size }

  /// The bytes, decoded now where they were left in their text.
  func bytes() throws(ImageTextError) -> [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .unread(let reference): try reference.embeddedBytes() ?? []
    }
  }

  /// The facts, completed by what a decode found.
  func facts(defect: String?) -> ImageFacts {
    let sniff = identity.sniff
    return ImageFacts(
      kind: "\(sniff)", format: sniff.format, size: size, hasAlpha: sniff.header?.hasAlpha ?? false, mode: mode,
      byteCount: identity.byteCount, defect: defect ?? sniff.header?.defect?.message)
  }

  private var mode: String {
    guard let header = identity.sniff.header else { return "?" }
    switch (header.pngColourType, header.jpegComponents) {
    case (0, _), (_, 1): return "L"
    case (3, _): return "P"
    case (4, _): return "LA"
    case (6, _): return "RGBA"
    case (_, 4): return "CMYK"
    default: return header.format == .webp && header.hasAlpha ? "RGBA" : "RGB"
    }
  }
}
