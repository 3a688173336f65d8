import HTTPMessage
import HTTPServer
import TestClient
import Testing

/// Requests that could be read in two ways, or are no HTTP.
@Suite(.timeLimit(.minutes(5)))
struct RefusedFramingTests {
  @Test(
    "A request that can be read in two ways is refused, and the connection closed",
    arguments: [
      ("Content-Length: 4\r\nContent-Length: 5\r\n", 400), ("Content-Length: 4\r\nContent-Length: 4\r\n", 400),
      ("Transfer-Encoding: gzip\r\n", 400), ("Transfer-Encoding: gzip, chunked\r\n", 400),
      ("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 400),
      // A blank where none may be, folded lines, two hosts.
      ("Content-Length : 4\r\n", 400), ("Transfer-Encoding : chunked\r\n", 400), (" Content-Length: 4\r\n", 400),
      ("X-A: b\r\n Content-Length: 4\r\n", 400), ("Content-Length:\r\n 4\r\n", 400), ("Transfer-Encoding:\r\n\tchunked\r\n", 400),
      ("Content\u{1}-Length: 4\r\n", 400), ("Host: b\r\n", 400),
    ])
  func ambiguous(headers: String, status: Int) throws {
    let server = try TestServer()
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\n\(headers)\r\n")
    let answer = try client.readAnswer()
    #expect(answer.status == status)
    #expect(answer["Server"] == TestServer.name)
    #expect(answer["Connection"] == "close")
    #expect(try client.readToEnd() == [])
  }

  @Test("Chunks win over Content-Length, and the connection is closed after the answer")
  func chunkedWithLength() throws {
    let server = try TestServer()
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n0\r\n\r\n")
    let answer = try client.readAnswer()
    #expect(answer.text == "four")
    #expect(answer["Connection"] == "close")
  }

  @Test(
    "What the library cannot read it answers itself, and closes",
    arguments: [
      ("nonsense\r\n\r\n", 0), ("GET /\r\n\r\n", 400), ("GET / HTTP/2.0\r\n\r\n", 505), ("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n", 413),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4, 4\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n", 413),
    ])
  func unreadable(request: String, status: Int) throws {
    let server = try TestServer()
    let client = try server.connect()
    try client.send(request)
    if status == 0 {
      #expect(try client.readToEnd() == [])
    } else {
      #expect(try client.readAnswer().status == status)
    }
    #expect(try server.answer(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status == 200)
  }

  @Test(
    "What the library refuses in the middle of a body reaches a client that sends all of it first",
    arguments: ["xyz", "ffffffffffffffffff"])
  func unreadableChunk(size: String) throws {
    let server = try TestServer()
    // Made before there is a connection, which does not wait for long.
    let body = [UInt8](repeating: 0x20, count: 24 << 20)
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n")
    try client.send(body)
    let rest = try client.readRest()
    #expect(!rest.isReset)
    #expect(rest.bytes.starts(with: "HTTP/1.1 4".utf8))
  }

  @Test("A header block beyond the limit is answered 431 with the Server header", arguments: [(17, 1_000), (1, 20_000)])
  func longHeaders(lines: Int, length: Int) throws {
    let server = try TestServer()
    let line = "X-Long: " + String(repeating: "a", count: length) + "\r\n"
    let answer = try server.answer(to: "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: line, count: lines) + "\r\n")
    #expect(answer.status == 431)
    #expect(answer["Server"] == TestServer.name)
  }

  @Test(
    "A header block beyond the connection's memory is answered by the library, and closed",
    arguments: [("GET / HTTP/1.1\r\nX-Long: ", 431), ("GET /", 414)])
  func hugeHeaders(start: String, status: Int) throws {
    let server = try TestServer()
    let client = try server.connect()
    try client.send(start + String(repeating: "a", count: 100_000))
    let answer = try client.readAnswer()
    #expect(answer.status == status)
    #expect(answer["Connection"] == "close")
  }

  @Test("A header block just under the limit is read", arguments: [1, 40])
  func fittingHeaders(lines: Int) throws {
    let server = try TestServer { .ready(.text("\($0.head.headers.fields.count)")) }
    let line = "X-Long: " + String(repeating: "a", count: 15_000 / lines) + "\r\n"
    let answer = try server.answer(to: "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: line, count: lines) + "\r\n")
    #expect(answer.text == "\(lines + 1)")
  }
}
