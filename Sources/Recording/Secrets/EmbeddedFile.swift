internal import WireFormat

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

  /// Whether writing it anew gives the same text.
  func makes(_ text: [UInt8]) -> Bool {
    let prefix = type.map { "data:\($0);base64," } ?? ""
    return text.starts(with: prefix.utf8) && text.dropFirst(prefix.utf8.count).elementsEqual(Base64.encode(bytes))
  }
}
