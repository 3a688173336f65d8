internal import Formats

/// Where the bytes of an image are to come from.
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

  /// A reference found in the middle of a text.
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

  /// The bytes that came with the request; nil for a URL.
  package func embeddedBytes() throws(ImageTextError) -> [UInt8]? {
    switch self {
    case .url: nil
    case .file(let file): file.bytes
    case .inline(let text): try text.withBytes { (bytes, range) throws(ImageTextError) in try Self.decode(bytes, range) }
    }
  }

  /// Whether the image is written as text.
  package var isText: Bool { if case .inline = self { true } else { false } }

  /// Calls with what the image came in, text or file, and where in it the image is; nil for a URL.
  package func withSource<Result>(_ read: ([UInt8], Range<Int>) -> Result) -> Result? {
    switch self {
    case .url: nil
    case .file(let file): file.withBytes(read)
    case .inline(let text): text.withBytes { read($0, $1) }
    }
  }

  private static func decode(_ bytes: [UInt8], _ range: Range<Int>) throws(ImageTextError) -> [UInt8] {
    do {
      guard DataURL.isAnnounced(in: bytes, range) else {
        return try Base64.decode(bytes, in: range)
      }
      let url = try DataURL(parsing: bytes, in: range)
      guard url.isBase64 else { throw ImageTextError("the data URL is not ;base64") }
      return try Base64.decode(bytes, in: url.payload)
    } catch let error as ImageTextError {
      throw error
    } catch {
      throw ImageTextError("\(error)")
    }
  }
}

/// Why the text of an image gives no bytes.
package struct ImageTextError: Error, Sendable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
