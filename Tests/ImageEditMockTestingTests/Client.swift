import ImageEditMockTesting
import TestClient
import Testing

/// Sends requests to a mock over its socket, in a session.
struct Client {
  let session: ImageEditMock.Session

  init(_ session: ImageEditMock.Session) { self.session = session }

  /// Returns the response to an edit by Venice of one of the mock's own pictures; `more` are further members of the JSON.
  @discardableResult
  func edit(_ prompt: String, _ more: String = "", headers: String = "") throws -> WireResponse {
    try sendingEdit(prompt, more, headers: headers).readResponse()
  }

  @discardableResult
  func get(_ path: String) throws -> WireResponse { try sending("GET", path).readResponse() }

  /// Sends such an edit and returns the connection.
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

/// Replaces ids by their index, so that a message can be compared as a whole.
func numbered(_ text: String, _ requests: [RecordedRequest]) -> String {
  requests.enumerated().reduce(text) { text, request in text.replacing(request.element.id, with: "#\(request.offset + 1)") }
}

/// Returns the description of what is thrown, or nil.
func complaint(isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Void) async -> String? {
  do {
    try await body()
    return nil
  } catch {
    return "\(error)"
  }
}
