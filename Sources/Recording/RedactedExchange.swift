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
