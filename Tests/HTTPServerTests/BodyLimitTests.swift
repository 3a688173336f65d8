import HTTPMessage
import HTTPServer
import TestClient
import Testing

/// Bodies that are too long, or not wanted.
@Suite(.timeLimit(.minutes(5)))
struct BodyLimitTests {
  @Test("Up to the limit a body is kept, one byte more and only its length is", arguments: [0, 9, 10, 11, 100_000])
  func limit(count: Int) throws {
    let server = try TestServer(admit: { _ in .collect(upTo: 10) })
    let client = try server.connect()
    for request in [announced(count), chunked(count)] {
      try client.send(request)
      let answer = try client.readAnswer()
      if count <= 10 {
        #expect(answer.body == pattern(count: count))
      } else {
        #expect(answer.text == "limit 10, received \(count)")
      }
    }
  }

  @Test("A refused request is read to its end before the answer, and the connection stays usable", arguments: [false, true])
  func refusal(isChunked: Bool) throws {
    let server = try TestServer(
      admit: { $0.path == "/" ? .refuse(.text("no", status: 401)) : .collect(upTo: 10) }, answer: { .ready(.text($0.head.path)) })
    // Made before there is a connection, which does not wait for long.
    let request = isChunked ? chunked(6 << 20) : announced(6 << 20)
    let client = try server.connect()
    try client.send(request)
    let refusal = try client.readAnswer()
    #expect(refusal.status == 401)
    #expect(refusal.text == "no")
    try client.send("GET /next HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.readAnswer().text == "/next")
  }

  @Test("A chunk that claims more than there can be is read up to the drain limit")
  func endlessChunk() throws {
    let server = try TestServer(configure: { $0.drainLimit = 100_000 }, admit: { _ in .collect(upTo: 10) })
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n")
    try client.send([UInt8](repeating: 0x20, count: 100_000))
    #expect(client.isQuiet)
    try client.send([0x20])
    #expect(try client.readAnswer().status == 413)
    #expect(try client.readToEnd() == [])
  }

  @Test("An announced body beyond the drain limit is answered at once, and the connection closed", arguments: ["/refused", "/collected"])
  func beyondDrainLimit(path: String) throws {
    let server = try TestServer(
      configure: { $0.drainLimit = 1_000 },
      admit: { $0.path == "/refused" ? .refuse(.text("no", status: 403)) : .collect(upTo: 10) },
      answer: { request in .deferred { .echo(request) } })
    let client = try server.connect()
    try client.send("POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n")
    let answer = try client.readAnswer()
    #expect(answer.text == (path == "/refused" ? "no" : "limit 10, received 1001"))
    #expect(answer["Connection"] == "close")
    #expect(try client.readToEnd() == [])
  }

  @Test("A chunked body beyond the drain limit is answered 413, and the connection closed")
  func chunkedBeyondDrainLimit() throws {
    let server = try TestServer(configure: { $0.drainLimit = 1_000 }, admit: { _ in .collect(upTo: 10) })
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n")
    try client.send(pattern(count: 1_001))
    let answer = try client.readAnswer()
    #expect(answer.status == 413)
    #expect(answer["Server"] == TestServer.name)
    #expect(try client.readToEnd() == [])
  }

  @Test("A client that sends all of a body that nobody reads gets its answer, and the end in order", arguments: [false, true])
  func unreadBody(isChunked: Bool) throws {
    let server = try TestServer(configure: { $0.drainLimit = 1_000 }, admit: { _ in .collect(upTo: 10) }, answer: { .ready(.echo($0)) })
    let request = isChunked ? chunked(24 << 20) : announced(24 << 20)
    let client = try server.connect()
    try client.send(request)
    let answer = try client.readAnswer()
    if isChunked {
      #expect(answer.status == 413)
    } else {
      #expect(answer.text == "limit 10, received \(24 << 20)")
    }
    #expect(try client.readToEnd() == [])
  }

  @Test("A body that the handler wants is read beyond the drain limit")
  func wantedBeyondDrainLimit() throws {
    let server = try TestServer(configure: { $0.drainLimit = 10 })
    #expect(try server.answer(to: String(decoding: announced(0), as: UTF8.self)).status == 200)
    let client = try server.connect()
    try client.send(chunked(50_000))
    #expect(try client.readAnswer().body == pattern(count: 50_000))
  }

  @Test("An announced length is not believed before it comes", arguments: [Int.max, 1 << 50])
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
