internal import Digests
internal import EditContract
internal import Pixels
internal import WireFormat

/// The bytes of an image that came with a request, and what their header says.
struct SourceImage: Sendable {
  let bytes: [UInt8]
  let digest: SHA256Digest
  private let sniff: ImageSniff

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    digest = SHA256Digest.of(bytes)
    sniff = ImageHeader.read(bytes)
  }

  var format: ImageFormat? { sniff.format }
  var size: PixelSize? { sniff.header?.size }

  /// The facts, completed by what a decode found.
  func facts(defect: String?) -> ImageFacts {
    ImageFacts(
      kind: "\(sniff)", format: sniff.format, size: size, hasAlpha: sniff.header?.hasAlpha ?? false, mode: mode, byteCount: bytes.count,
      defect: defect ?? sniff.header?.defect?.message)
  }

  private var mode: String {
    guard let header = sniff.header else { return "?" }
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
