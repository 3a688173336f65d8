internal import Contract
internal import Formats
internal import Images
internal import Support

/// Looks at images: header, area, and whether they decode to the end.
///
/// What it found is remembered by digest, so that the same image sent again is not decoded again.
final class ImageProbe: Sendable {
  /// Many more images than a test suite has; an entry is some 300 bytes.
  private let known = ByteBoundedCache<SHA256Digest, ImageFacts>(limit: 4 << 20)

  /// The facts, when they are known without a decode.
  func knownFacts(of image: SourceImage, maximumArea: UInt64) -> ImageFacts? {
    guard needsDecode(image, maximumArea) else { return image.facts(defect: nil) }
    return known[image.digest]
  }

  /// The facts; rows go into the sink as they are decoded, none where the header already says that nothing will be.
  func facts<Sink: RowSink>(of image: SourceImage, maximumArea: UInt64, into sink: inout Sink) -> ImageFacts {
    guard let format = image.format, needsDecode(image, maximumArea) else { return image.facts(defect: nil) }
    var defect: String?
    do {
      try ImageDecoder.decode(image.bytes(), as: format, maximumArea: maximumArea, into: &sink)
    } catch let error as ImageDecodeError {
      defect = error.message
    } catch {
      defect = "\(error)"
    }
    let facts = image.facts(defect: defect)
    known.insert(facts, for: image.digest, size: 300 + (defect?.utf8.count ?? 0))
    return facts
  }

  private func needsDecode(_ image: SourceImage, _ maximumArea: UInt64) -> Bool {
    guard image.format != nil, let size = image.size else { return false }
    return size.area <= maximumArea
  }
}
