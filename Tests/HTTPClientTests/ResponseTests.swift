import HTTPClient
import HTTPMessage
import TestClient
import Testing

@Suite("Responses of other servers", .timeLimit(.minutes(15)))
struct ResponseTests {
  private func receive(_ text: String) throws -> Response {
    let server = try RawServer(responses: [text])
    return try HTTPClient(timeout: .seconds(20)).send(OutgoingRequest(method: "GET", url: "http://127.0.0.1:\(server.port)/"))
  }

  @Test("Interim responses are skipped")
  func interim() throws {
    let response = try receive("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 201 Made\r\nx-b: 1\r\ncontent-length: 2\r\n\r\nok")
    #expect(response.status == 201 && response.headers["link"] == nil && response.headers["x-b"] == "1")
    #expect(response.body == Array("ok".utf8))
  }

  @Test("Chunks are put together, and trailers are no headers")
  func chunks() throws {
    let response = try receive("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\nx-trailer: 1\r\n\r\n")
    #expect(response.body == Array("abcde".utf8) && response.headers["x-trailer"] == nil)
  }

  @Test("A value has no blanks around it, and may be empty or hold a colon")
  func values() throws {
    let response = try receive("HTTP/1.1 200 OK\r\nx-a:  b: c \t\r\nx-empty:\r\ncontent-length: 0\r\n\r\n")
    #expect(response.headers["x-a"] == "b: c" && response.headers["x-empty"] == "")
  }

  @Test("Encoded content is not decoded")
  func encoded() throws {
    let response = try receive("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\nxyz")
    #expect(response.body == Array("xyz".utf8) && response.headers["content-encoding"] == "gzip")
  }
}
