internal import Formats

/// A file inside of a text: base64, or a data URL of it.
struct EmbeddedFile {
  /// Of a data URL; nil: the text is base64 alone.
  let type: String?
  let bytes: [UInt8]

  /// nil: the text is something else.
  init?(_ text: [UInt8]) {
    if DataURL.isAnnounced(in: text, 0..<text.count) {
      guard let url = try? DataURL(parsing: text, in: 0..<text.count), url.isBase64,
        let bytes = try? Base64.decode(text, in: url.payload)
      else { return nil }
      (type, self.bytes) = (url.mediaType ?? "", bytes)
    } else {
      guard let bytes = try? Base64.decode(text) else { return nil }
      (type, self.bytes) = (nil, bytes)
    }
  }

  /// Written anew, which is not always what it was read from.
  var text: [UInt8] { Self.text(type: type, bytes) }

  static func text(type: String?, _ bytes: [UInt8]) -> [UInt8] { (type.map { "data:\($0);base64," } ?? "").utf8 + Base64.encode(bytes) }
}
