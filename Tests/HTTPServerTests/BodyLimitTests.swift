import HTTPMessage
import HTTPServer
import TestClient
import Testing

@Suite("Request bodies that are too long, or that are refused", .timeLimit(.minutes(15)))
struct BodyLimitTests {
  @Test("A body up to the limit is kept; of a longer one only the length is", arguments: [0, 9, 10, 11, 100_000])
  func limit(count: Int) throws {
    let server = try TestServer(admit: { _ in .collect(upTo: 10) })
    let client = try server.connect()
    for request in [announced(count), chunked(count)] {
      try client.send(request)
      let response = try client.readResponse()
      if count <= 10 {
        #expect(response.body == pattern(count: count))
      } else {
        #expect(response.text == "limit 10, received \(count)")
      }
    }
  }

  @Test("A refused request is read to its end before the response, and the connection stays usable", arguments: [false, true])
  func refusal(isChunked: Bool) throws {
    let server = try TestServer(
      admit: { $0.path == "/" ? .refuse(.text("no", status: 401)) : .collect(upTo: 10) }, respond: { .ready(.text($0.head.path)) })
    // Made before there is a connection, which does not wait for long.
    let request = isChunked ? chunked(6 << 20) : announced(6 << 20)
    let client = try server.connect()
    try client.send(request)
    let refusal = try client.readResponse()
    #expect(refusal.status == 401)
    #expect(refusal.text == "no")
    try client.send("GET /next HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.readResponse().text == "/next")
  }

  @Test("A chunk that claims more than there can be is read up to the drain limit")
  func endlessChunk() throws {
    let server = try TestServer(configure: { $0.drainLimit = 100_000 }, admit: { _ in .collect(upTo: 10) })
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n")
    try client.send([UInt8](repeating: 0x20, count: 100_000))
    #expect(client.isQuiet)
    try client.send([0x20])
    #expect(try client.readResponse().status == 413)
    #expect(try client.readToEnd() == [])
  }

  @Test(
    "An announced body beyond the drain limit gets its response at once, and the connection is closed",
    arguments: ["/refused", "/collected"])
  func beyondDrainLimit(path: String) throws {
    let server = try TestServer(
      configure: { $0.drainLimit = 1_000 },
      admit: { $0.path == "/refused" ? .refuse(.text("no", status: 403)) : .collect(upTo: 10) },
      respond: { request in .deferred { .echo(request) } })
    let client = try server.connect()
    try client.send("POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n")
    let response = try client.readResponse()
    #expect(response.text == (path == "/refused" ? "no" : "limit 10, received 1001"))
    #expect(response["Connection"] == "close")
    #expect(try client.readToEnd() == [])
  }

  @Test("A chunked body beyond the drain limit gets a 413, and the connection is closed")
  func chunkedBeyondDrainLimit() throws {
    let server = try TestServer(configure: { $0.drainLimit = 1_000 }, admit: { _ in .collect(upTo: 10) })
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n")
    try client.send(pattern(count: 1_001))
    let response = try client.readResponse()
    #expect(response.status == 413)
    #expect(response["Server"] == TestServer.name)
    #expect(try client.readToEnd() == [])
  }

  @Test("A client that sends all of a body that is not read gets its response, and no reset", arguments: [false, true])
  func unreadBody(isChunked: Bool) throws {
    let server = try TestServer(configure: { $0.drainLimit = 1_000 }, admit: { _ in .collect(upTo: 10) }, respond: { .ready(.echo($0)) })
    let request = isChunked ? chunked(24 << 20) : announced(24 << 20)
    let client = try server.connect()
    try client.send(request)
    let response = try client.readResponse()
    if isChunked {
      #expect(response.status == 413)
    } else {
      #expect(response.text == "limit 10, received \(24 << 20)")
    }
    #expect(try client.readToEnd() == [])
  }

  @Test("A body that the handler wants is read beyond the drain limit")
  func wantedBeyondDrainLimit() throws {
    let server = try TestServer(configure: { $0.drainLimit = 10 })
    #expect(try server.response(to: String(decoding: announced(0), as: UTF8.self)).status == 200)
    let client = try server.connect()
    try client.send(chunked(50_000))
    #expect(try client.readResponse().body == pattern(count: 50_000))
  }

  @Test("An announced length reserves no memory for bytes that have not come", arguments: [Int.max, 1 << 50])
  func hugeAnnouncement(length: Int) throws {
    let latch = Latch()
    let server = try TestServer(
      configure: { $0.uploadGrace = .zero },
      admit: { _ in
        latch.touch()
        return .collect(upTo: .max)
      })
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\nstart")
    #expect(latch.isReached())
    server.server.stop()
    #expect(try client.readToEnd() == [])
  }

  private func announced(_ count: Int) -> [UInt8] {
    Array("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(count)\r\n\r\n".utf8) + pattern(count: count)
  }

  private func chunked(_ count: Int) -> [UInt8] {
    let chunk = count > 0 ? Array("\(String(count, radix: 16))\r\n".utf8) + pattern(count: count) + Array("\r\n".utf8) : []
    return Array("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".utf8) + chunk + Array("0\r\n\r\n".utf8)
  }
}
