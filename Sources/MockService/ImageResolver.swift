internal import Contract
internal import Support

/// Takes images from requests.
///
/// Test suites send the same few images again and again. One that came before, in the same text, is known by a fingerprint of that: its base64
/// is not decoded again and its digest not worked out, unless somebody needs its bytes.
final class ImageResolver: Sendable {
  /// What an image came in. The same bytes are one image as a file, and another as a text that is decoded.
  private struct Source: Hashable, Sendable {
    let fingerprint: Fingerprint
    let isText: Bool
  }

  /// An entry is some 300 bytes.
  private let known = ByteBoundedCache<Source, SourceImage.Identity>(limit: 1 << 20)

  /// The image that came with a request; nil for one that is elsewhere.
  func image(_ reference: ImageReference) throws(ImageTextError) -> SourceImage? {
    guard let source = reference.withSource({ Source(fingerprint: Fingerprint($0, in: $1), isText: reference.isText) }) else { return nil }
    if let identity = known[source] { return SourceImage(identity, in: reference) }
    guard let bytes = try reference.embeddedBytes() else { return nil }
    let image = SourceImage(bytes)
    known.insert(image.identity, for: source, size: 300)
    return image
  }
}
