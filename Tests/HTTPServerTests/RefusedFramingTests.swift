import HTTPMessage
import HTTPServer
import TestClient
import Testing

@Suite("Requests that can be read in two ways, or are not HTTP", .timeLimit(.minutes(15)))
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
    let response = try client.readResponse()
    #expect(response.status == status)
    #expect(response["Server"] == TestServer.name)
    #expect(response["Connection"] == "close")
    #expect(try client.readToEnd() == [])
  }

  @Test("Chunks win over Content-Length, and the connection is closed after the response")
  func chunkedWithLength() throws {
    let server = try TestServer()
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n0\r\n\r\n")
    let response = try client.readResponse()
    #expect(response.text == "four")
    #expect(response["Connection"] == "close")
  }

  @Test(
    "Requests that the library cannot read get its own response, and the connection is closed",
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
      #expect(try client.readResponse().status == status)
    }
    #expect(try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status == 200)
  }

  @Test(
    "The library's refusal in the middle of a body reaches a client that sends all of the body first",
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

  @Test("A header block beyond the limit gets a 431 with the Server header", arguments: [(17, 1_000), (1, 20_000)])
  func longHeaders(lines: Int, length: Int) throws {
    let server = try TestServer()
    let line = "X-Long: " + String(repeating: "a", count: length) + "\r\n"
    let response = try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: line, count: lines) + "\r\n")
    #expect(response.status == 431)
    #expect(response["Server"] == TestServer.name)
  }

  @Test(
    "A header block beyond the connection's memory gets the library's 431 or 414, and the connection is closed",
    arguments: [("GET / HTTP/1.1\r\nX-Long: ", 431), ("GET /", 414)])
  func hugeHeaders(start: String, status: Int) throws {
    let server = try TestServer()
    let client = try server.connect()
    try client.send(start + String(repeating: "a", count: 100_000))
    let response = try client.readResponse()
    #expect(response.status == status)
    #expect(response["Connection"] == "close")
  }

  @Test("A header block just under the limit is read", arguments: [1, 40])
  func fittingHeaders(lines: Int) throws {
    let server = try TestServer { .ready(.text("\($0.head.headers.fields.count)")) }
    let line = "X-Long: " + String(repeating: "a", count: 15_000 / lines) + "\r\n"
    let response = try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: line, count: lines) + "\r\n")
    #expect(response.text == "\(lines + 1)")
  }
}
