internal import Formats
internal import HTTPMessage

/// The body of a request or a response, parsed as far as it can be.
enum BodyContent {
  case json(JSONDocument)
  case multipart(MultipartForm)
  /// Neither, or broken.
  case other

  init(_ body: [UInt8], _ headers: HeaderList) {
    guard !body.isEmpty, let header = headers["content-type"], let type = try? MediaType(parsing: header) else {
      self = .other
      return
    }
    if type.essence == "multipart/form-data", let form = try? MultipartForm(parsing: body, contentType: type) {
      self = .multipart(form)
    } else if type.essence.hasSuffix("json"), let document = try? JSONDocument(parsing: body) {
      self = .json(document)
    } else {
      self = .other
    }
  }
}

/// A file inside a text: base64, or a data URL of it.
struct EmbeddedFile {
  /// Of a data URL; nil: the text is base64 alone.
  let type: String?
  let bytes: [UInt8]

  /// Decodes the text; nil when it is something else.
  init?(_ text: [UInt8]) {
    if DataURL.isAnnounced(in: text, 0..<text.count) {
      guard let url = try? DataURL(parsing: text, in: 0..<text.count), url.isBase64, let bytes = try? Base64.decode(text, in: url.payload)
      else { return nil }
      (type, self.bytes) = (url.mediaType ?? "", bytes)
    } else {
      guard let bytes = try? Base64.decode(text) else { return nil }
      (type, self.bytes) = (nil, bytes)
    }
  }

  /// The file written anew, which is not always the text that it was read from.
  var text: [UInt8] { Self.text(type: type, bytes) }

  static func text(type: String?, _ bytes: [UInt8]) -> [UInt8] { (type.map { "data:\($0);base64," } ?? "").utf8 + Base64.encode(bytes) }
}
