internal import Formats
package import Images

/// An image as a request names it: a file, a text or a URL.
package enum ImageReference: Sendable {
  case file(SubmittedFile)
  /// Base64, with or without a data URL around it.
  case inline(SubmittedText)
  /// A URL starting with http:// or https://.
  case url(String)

  init(_ text: SubmittedText) {
    let start = text.prefix(8).lowercased()
    self = start.hasPrefix("http://") || start.hasPrefix("https://") ? .url(text.string) : .inline(text)
  }

  /// Makes a reference of a URL or data URL found in a text.
  init(_ string: String) {
    let bytes = Array(string.utf8)
    self.init(SubmittedText(0..<bytes.count, of: bytes))
  }

  init?(_ value: SubmittedValue) {
    switch value {
    case .file(let file): self = .file(file)
    case .text(let text): self.init(text)
    default: return nil
    }
  }

  /// Returns the bytes that came with the request, decoded; nil for a URL.
  package func embeddedBytes() throws(ImageTextError) -> [UInt8]? {
    switch self {
    case .url: nil
    case .file(let file): file.bytes
    case .inline(let text): try text.withBytes { (bytes, range) throws(ImageTextError) in try Self.decode(bytes, range) }
    }
  }

  /// Tells whether the image has to be fetched.
  package var isURL: Bool { if case .url = self { true } else { false } }

  /// Tells whether the image is a text.
  package var isText: Bool { if case .inline = self { true } else { false } }

  /// Calls with the bytes that the image came in, encoded or not, and its range in them; returns nil for a URL.
  package func withSource<Result>(_ read: ([UInt8], Range<Int>) -> Result) -> Result? {
    switch self {
    case .url: nil
    case .file(let file): file.withBytes(read)
    case .inline(let text): text.withBytes { read($0, $1) }
    }
  }

  private static func decode(_ bytes: [UInt8], _ range: Range<Int>) throws(ImageTextError) -> [UInt8] {
    do {
      guard DataURL.isAnnounced(in: bytes, range) else { return try Base64.decode(bytes, in: range) }
      let url = try DataURL(parsing: bytes, in: range)
      guard url.isBase64 else { throw ImageTextError("the data URL is not ;base64") }
      return try Base64.decode(bytes, in: url.payload)
    } catch let error as ImageTextError { throw error } catch { throw ImageTextError("\(error)") }
  }
}

/// Says why the text of an image cannot be decoded.
package struct ImageTextError: Error, Sendable, CustomStringConvertible {
  /// The message, as one sentence.
  package let description: String

  init(_ description: String) { self.description = description }
}

/// What is known of an image after its header was read and its pixels decoded.
package struct ImageFacts: Sendable, Equatable {
  /// What the bytes are: `PNG`, `a GIF image`, `nothing (0 bytes)`.
  package let kind: String
  /// nil: no format that the mock reads.
  package let format: ImageFormat?
  /// The size in the header; nil: the header cannot be read.
  package let size: PixelSize?
  /// How the stored picture is turned to be seen.
  package let orientation: ImageOrientation
  /// Whether there is an alpha channel or a transparent colour.
  package let hasAlpha: Bool
  /// What a pixel of the file has: `L`, `LA`, `P`, `RGB`, `RGBA`, `CMYK`.
  package let mode: String
  /// The length of the file.
  package let byteCount: Int
  /// What is wrong with the file, as one sentence; nil: it decodes to the end, or was too large to be decoded.
  package let defect: String?
  /// Why the mock cannot decode the file on this machine, whatever its pixels are; nil: it can.
  package let obstacle: String?

  /// The size as a viewer shows it; nil: the header cannot be read.
  package var seenSize: PixelSize? { size.map(orientation.seen) }

  /// Tells whether it is a drawing in SVG.
  var isSVG: Bool { kind == "\(ImageSniff.svg)" }

  /// Makes the facts of an image; one that is upright and can be decoded, unless said otherwise.
  package init(
    kind: String, format: ImageFormat?, size: PixelSize?, orientation: ImageOrientation = .upright, hasAlpha: Bool, mode: String,
    byteCount: Int, defect: String?, obstacle: String? = nil
  ) {
    self.kind = kind
    self.format = format
    self.size = size
    self.orientation = orientation
    self.obstacle = obstacle
    self.hasAlpha = hasAlpha
    self.mode = mode
    self.byteCount = byteCount
    self.defect = defect
  }
}

/// What the image that a request names turned out to be.
package enum ImageArrival: Sendable {
  case bytes(ImageFacts)
  /// The text is not base64; says what is wrong, and at which offset.
  case notBase64(String)
  /// The URL could not be fetched; says why.
  case unreachable(String)
  /// The URL points into a private network; says where to, and what the mock's own address is.
  case privateHost(String)
}
