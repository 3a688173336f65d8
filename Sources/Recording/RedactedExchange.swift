internal import Formats
internal import HTTPMessage
internal import Journal

/// A request and its response without secrets: all that is written is made from this.
struct RedactedExchange {
  let request: Request
  let response: Response

  init(_ request: Request, _ response: Response) throws(RecordingError) {
    let secrets = Secrets(request.head)
    guard ![request.head.headers, response.headers].contains(where: \.isCompressed) else {
      throw RecordingError("a body is compressed, and secrets in it cannot be seen")
    }
    self.request = try request.redacted(secrets)
    self.response = Response(
      status: response.status, headers: response.headers.redacted(secrets),
      body: try secrets.removed(from: response.body, response.headers, isResponse: true))
  }
}

extension Request {
  /// Returns the request without the secrets that its own head has.
  func redacted() throws(RecordingError) -> Request { try redacted(Secrets(head)) }

  fileprivate func redacted(_ secrets: Secrets) throws(RecordingError) -> Request {
    let head = RequestHead(
      method: secrets.removed(from: self.head.method), path: pieces(self.head.path, "/", secrets),
      query: pieces(Redaction.query(self.head.query), "&", secrets), headers: self.head.headers.redacted(secrets))
    return Request(head: head, body: .complete(try secrets.removed(from: body.bytes, self.head.headers)))
  }

  /// Removes secrets; a piece that has one percent-encoded goes as a whole.
  private func pieces(_ text: String, _ separator: Character, _ secrets: Secrets) -> String {
    secrets.removed(from: text).split(separator: separator, omittingEmptySubsequences: false).map { piece in
      let decoded = try? PercentEncoding.decode(query: String(piece))
      return decoded.map { secrets.occur(in: Array($0.utf8)) } ?? false ? Redaction.mark : String(piece)
    }.joined(separator: String(separator))
  }
}

extension HeaderList {
  fileprivate var isCompressed: Bool { self["content-encoding"].map { !["", "identity"].contains($0.lowercased()) } ?? false }

  fileprivate func redacted(_ secrets: Secrets) -> HeaderList {
    HeaderList(
      fields.map { field in
        let value = secrets.removed(from: Redaction.value(of: field))
        return HeaderField(field.name, secrets.redacted(Array(value.utf8)) ?? value)
      })
  }
}

/// The reason why an exchange is not recorded.
struct RecordingError: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

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
