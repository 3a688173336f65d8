import HTTPMessage
import HTTPServer
import TestClient
import Testing

@Suite("Requests on the wire", .timeLimit(.minutes(15)))
struct RequestWireTests {
  @Test("A connection is used for one request after the other")
  func keepAlive() throws {
    let server = try TestServer()
    let client = try server.connect()
    for number in 1...3 {
      try client.send("POST /\(number) HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nb\(number)")
      let response = try client.readResponse()
      #expect(response.status == 200)
      #expect(response["x-path"] == "/\(number)")
      #expect(response.text == "b\(number)")
      #expect(response["Connection"] == nil)
    }
  }

  @Test("Two requests in one packet get their responses in order, also when the first takes longer")
  func pipelining() throws {
    let server = try TestServer { request in request.head.path == "/slow" ? .deferred { .echo(request) } : .ready(.echo(request)) }
    let client = try server.connect()
    try client.send("POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n1GET /fast HTTP/1.1\r\nHost: a\r\n\r\n")
    let first = try client.readResponse()
    let second = try client.readResponse()
    #expect([first["x-path"], second["x-path"]] == ["/slow", "/fast"])
    #expect(first.text == "1")
  }

  @Test("Two thousand requests sent ahead on one connection get their responses in order")
  func flood() throws {
    let server = try TestServer()
    let client = try server.connect()
    // Both ways fit into the sockets' buffers.
    try client.send((0..<2_000).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
    for number in 0..<2_000 { #expect(try client.readResponse()["x-path"] == "/\(number)") }
  }

  @Test("A query of a thousand parameters arrives whole, and the connection stays usable")
  func longQuery() throws {
    let query = (0..<1_000).map { "a\($0)=1" }.joined(separator: "&")
    let server = try TestServer()
    let client = try server.connect()
    for _ in 0..<2 {
      try client.send("GET /?\(query) HTTP/1.1\r\nHost: a\r\n\r\n")
      let response = try client.readResponse()
      #expect(response.status == 200)
      #expect(response["x-query"] == query)
    }
  }

  @Test("A chunked body is put together, however it is cut", arguments: [1, 3, 7, 1_000, 65_536])
  func chunks(size: Int) throws {
    let body = pattern(count: size * 5 + 2)
    let server = try TestServer()
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
    for start in stride(from: 0, to: body.count, by: size) {
      let piece = body[start..<min(start + size, body.count)]
      try client.send(Array("\(String(piece.count, radix: 16));name=value\r\n".utf8) + piece + Array("\r\n".utf8))
    }
    try client.send("0\r\nTrailer: ignored\r\n\r\n")
    #expect(try client.readResponse().body == body)
  }

  @Test("Expect: 100-continue gets a 100, then the response comes")
  func expectContinue() throws {
    let server = try TestServer()
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n")
    #expect(try client.readResponse().status == 100)
    try client.send("body")
    let response = try client.readResponse()
    #expect(response.status == 200)
    #expect(response.text == "body")
  }

  @Test("A long body arrives as it was sent", arguments: [false, true])
  func longBody(isDeferred: Bool) throws {
    let body = pattern(count: 1 << 20)
    let server = try TestServer { request in isDeferred ? .deferred { .echo(request) } : .ready(.echo(request)) }
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.count)\r\n\r\n")
    try client.send(body)
    #expect(try client.readResponse().body == body)
  }

  @Test(
    "HTTP/1.0 gets a response and is closed, unless it asks to be kept",
    arguments: [("", "close"), ("Connection: Keep-Alive\r\n", "Keep-Alive")])
  func oldVersion(header: String, expected: String) throws {
    let server = try TestServer()
    let client = try server.connect()
    try client.send("GET /old HTTP/1.0\r\n\(header)\r\n")
    let response = try client.readResponse()
    #expect(response.status == 200)
    #expect(response["Connection"] == expected)
    if expected == "close" { #expect(try client.readToEnd() == []) }
  }

  @Test(
    "Path and query come apart, and nothing in them is decoded",
    arguments: [
      ("/a%2Fb?x=%20+1", "/a%2Fb", "x=%20+1"), ("/?", "/", ""), ("/a?b?c", "/a", "b?c"), ("http://host:1/p?q", "/p", "q"),
      ("http://host", "", ""), ("*", "*", ""), ("//double", "//double", ""),
    ])
  func target(_ target: String, path: String, query: String) throws {
    let server = try TestServer { .ready(.text("\($0.head.method) \($0.head.path)|\($0.head.query)")) }
    #expect(try server.response(to: "OPTIONS \(target) HTTP/1.1\r\nHost: a\r\n\r\n").text == "OPTIONS \(path)|\(query)")
  }

  @Test(
    "Control characters in a head end a line or a text, or stay in it",
    arguments: [
      ("GET /a HTTP/1.1\nX: b\n\n", "/a[X=b]"), ("GET /a HTTP/1.1\r\nX: b\rc\r\n\r\n", "/a[X=b\rc]"),
      ("GET /a HTTP/1.1\r\nX: b\0c\r\n\r\n", "/a[X=b]"), ("GET /a HTTP/1.1\r\nX: b\r\n:\r\nY: c\r\n\r\n", "/a[X=b]"),
      ("GET /a\0b HTTP/1.1\r\nX: b\r\n\r\n", "/a[X=b]"),
    ])
  func oddBytes(request: String, read: String) throws {
    let server = try TestServer { .ready(.text($0.head.path + $0.head.headers.fields.map { "[\($0.name)=\($0.value)]" }.joined())) }
    #expect(try server.response(to: request).text == read)
  }

  @Test("Header lines keep their order, case, repeats and inner spaces")
  func headers() throws {
    let server = try TestServer { .ready(.text($0.head.headers.fields.map { "[\($0.name)=\($0.value)]" }.joined())) }
    let response = try server.response(to: "GET / HTTP/1.1\r\nhOST: a\r\nX-B:  two  words \r\nX-A: 1\r\nx-b: again\r\nX-Empty:\r\n\r\n")
    #expect(response.text.hasPrefix("[hOST=a][X-B=two  words"))
    #expect(response.text.hasSuffix("[X-A=1][x-b=again][X-Empty=]"))
  }
}

/// Bytes in which a shift or a swap shows.
func pattern(count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
}

/// Bytes in which a shift shows, quickly made.
func longPattern(count: Int) -> [UInt8] {
  let piece = pattern(count: 65_537)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(count)
  while bytes.count < count { bytes += piece.prefix(count - bytes.count) }
  return bytes
}
