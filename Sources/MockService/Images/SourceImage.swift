internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images
internal import Support
internal import Synchronization

/// An image that came with a request: which one it is, what its header says, and its bytes.
struct SourceImage: Sendable {
  /// What is known of an image once its bytes have been read.
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

  /// Makes an image that is known already.
  init(_ identity: Identity, in reference: ImageReference) {
    self.identity = identity
    content = .unread(reference)
  }

  var digest: SHA256Digest { identity.digest }
  var format: ImageFormat? { identity.sniff.format }
  private var header: ImageHeader? { identity.sniff.header }

  /// Returns the size of what is edited: as it is stored, or as a viewer shows it.
  func size(asSeen: Bool) -> PixelSize? { asSeen || header?.format.isDecodedUpright == true ? header?.seenSize : header?.size }

  /// Returns how the rows that its decoder gives are turned to be seen.
  var turnOfRows: ImageOrientation { header?.format.isDecodedUpright == true ? .upright : header?.orientation ?? .upright }

  /// Why it cannot be decoded on this machine; nil: it can.
  var obstacle: String? { header?.obstacleToDecoding }

  /// Returns the bytes, decoded now where they were left in their text.
  func bytes() throws(ImageTextError) -> [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .unread(let reference): try reference.embeddedBytes() ?? []
    }
  }

  /// Returns the facts, completed by what a decode found.
  func facts(defect: String?) -> ImageFacts {
    let sniff = identity.sniff
    return ImageFacts(
      kind: "\(sniff)", format: sniff.format, size: header?.size, orientation: header?.orientation ?? .upright,
      hasAlpha: header?.hasAlpha ?? false, mode: mode, byteCount: identity.byteCount, defect: defect ?? header?.defect?.message,
      obstacle: obstacle)
  }

  private var mode: String {
    guard let header = identity.sniff.header else { return "?" }
    switch (header.pngColourType, header.jpegComponents) {
    case (0, _), (_, 1): return "L"
    case (3, _): return "P"
    case (4, _): return "LA"
    case (6, _): return "RGBA"
    case (_, 4): return "CMYK"
    default: return header.format != .png && header.hasAlpha ? "RGBA" : "RGB"
    }
  }
}

/// Takes images from requests.
///
/// Test suites send the same few images again and again. An image that came before, in the same text, is known by a fingerprint of that: its
/// base64 is not decoded again and its digest not computed, unless its bytes are needed.
final class ImageResolver: Sendable {
  /// What an image was in. The same bytes are one image as a file, and another as a text that is decoded.
  private struct Source: Hashable, Sendable {
    let fingerprint: Fingerprint
    let isText: Bool
  }

  /// An entry is some 300 bytes.
  private let known = Mutex(LRUCache<Source, SourceImage.Identity>(costLimit: 1 << 20))

  private let fetcher: ImageFetcher

  init(_ fetcher: ImageFetcher) { self.fetcher = fetcher }

  /// Returns the image that came with a request with that head, or that it names by URL.
  func resolve(_ reference: ImageReference, for head: RequestHead) -> ResolvedImage {
    if case .url(let url) = reference { return fetcher.fetch(url, for: head) }
    do {
      return try embedded(reference).map { .image($0) } ?? .missing(.unreachable("no bytes"))
    } catch { return .missing(.notBase64("\(error)")) }
  }

  private func embedded(_ reference: ImageReference) throws(ImageTextError) -> SourceImage? {
    guard let source = reference.withSource({ Source(fingerprint: Fingerprint($0, in: $1), isText: reference.isText) }) else { return nil }
    if let identity = known.withLock({ $0.value(for: source) }) { return SourceImage(identity, in: reference) }
    guard let bytes = try reference.embeddedBytes() else { return nil }
    let image = SourceImage(bytes)
    known.withLock { $0.insert(image.identity, for: source, cost: 300) }
    return image
  }
}

/// An image of a request, or why there is none.
enum ResolvedImage: Sendable {
  case image(SourceImage)
  case missing(ImageArrival)

  var image: SourceImage? { if case .image(let image) = self { image } else { nil } }
}

/// Probes images: header, area, and whether they decode to the end.
///
/// What it found is remembered by digest, so that the same image sent again is not decoded again.
final class ImageProbe: Sendable {
  /// Many more images than a test suite has; an entry is some 300 bytes.
  private let known = Mutex(LRUCache<SHA256Digest, ImageFacts>(costLimit: 4 << 20))

  /// Returns the facts, when they are known without a decode.
  func knownFacts(of image: SourceImage, maximumArea: UInt64) -> ImageFacts? {
    guard needsDecode(image, maximumArea) else { return image.facts(defect: nil) }
    return known.withLock { $0.value(for: image.digest) }
  }

  /// Returns the facts; rows go into the sink as they are decoded, none where the header already says that nothing will be.
  func facts<Sink: RowSink>(of image: SourceImage, maximumArea: UInt64, into sink: inout Sink) -> ImageFacts {
    guard let format = image.format, needsDecode(image, maximumArea) else { return image.facts(defect: nil) }
    var defect: String?
    do {
      try ImageDecoder.decode(image.bytes(), as: format, maximumArea: maximumArea, into: &sink)
    } catch let error as ImageDecodeError {
      defect = error.message
    } catch { defect = "\(error)" }
    let facts = image.facts(defect: defect)
    known.withLock { $0.insert(facts, for: image.digest, cost: 300 + (defect?.utf8.count ?? 0)) }
    return facts
  }

  private func needsDecode(_ image: SourceImage, _ maximumArea: UInt64) -> Bool {
    guard image.format != nil, let size = image.size(asSeen: false), image.obstacle == nil else { return false }
    return size.area <= maximumArea
  }
}
