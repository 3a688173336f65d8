import ImageEditMockTesting
import TestClient
import Testing

/// Asks a mock over its socket, as the session's client.
struct Client {
  let session: ImageEditMock.Session

  init(_ session: ImageEditMock.Session) { self.session = session }

  /// The answer to an edit by Venice of one of the mock's own pictures; `more` are further members of the JSON.
  @discardableResult
  func edit(_ prompt: String, _ more: String = "", headers: String = "") throws -> WireAnswer {
    try sendingEdit(prompt, more, headers: headers).readAnswer()
  }

  @discardableResult
  func get(_ path: String) throws -> WireAnswer { try sending("GET", path).readAnswer() }

  /// The connection that such an edit has been sent over.
  func sendingEdit(_ prompt: String, _ more: String = "", headers: String = "") throws -> RawClient {
    let image = "\(session.mock.url)/fixtures/small-256.png"
    let body = #"{"prompt": "\#(prompt)", "image": "\#(image)"\#(more.isEmpty ? "" : ", \(more)")}"#
    return try sending("POST", "/api/v1/image/edit", "Content-Type: application/json\r\n\(headers)", Array(body.utf8))
  }

  func sending(_ method: String, _ path: String, _ headers: String = "", _ body: [UInt8] = []) throws -> RawClient {
    let client = try RawClient(port: session.mock.port)
    let head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(session.key)\r\n\(headers)"
    try client.send(Array("\(head)Content-Length: \(body.count)\r\n\r\n".utf8) + body)
    return client
  }
}

extension ImageEditMock {
  var port: Int { Int(url.split(separator: ":").last ?? "") ?? 0 }

  /// A client in a session of that key.
  func client(_ key: String = "test") -> Client { Client(session(key)) }
}

/// Ids replaced by their places, so that a message can be compared as a whole.
func numbered(_ text: String, _ requests: [RecordedRequest]) -> String {
  requests.enumerated().reduce(text) { text, request in text.replacing(request.element.id, with: "#\(request.offset + 1)") }
}

/// The description of what is thrown; nil: nothing is.
func complaint(isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Void) async -> String? {
  do {
    try await body()
    return nil
  } catch {
    return "\(error)"
  }
}
