import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

@Suite("Bodies that are read slowly or cut off", .timeLimit(.minutes(15)))
struct IntakeTests {
  @Test("A body at a pace is whole when its last byte may have come, and not before", arguments: [1_500, 150_000], [false, true])
  func pace(count: Int, isChunked: Bool) throws {
    let server = try TimedServer(admit: { _ in .collect(Intake(limit: 1 << 20, bytesPerSecond: 1_000)) })
    let client = try server.test.connect()
    try client.send(head(isChunked ? nil : count))
    try server.waitForAdmission()
    // The pace begins a moment after the admission.
    try server.settle()
    try client.send(isChunked ? chunked(pattern(count: count)) : pattern(count: count))
    let duration = Duration.milliseconds(count)
    // Pieces are taken one after the other, each when the one before may have come: the clock goes on while that happens.
    for _ in 0..<20 { try server.advance(by: (duration - .milliseconds(1)) / 20) }
    #expect(client.isQuiet)
    for _ in 0..<20 { try server.advance(by: .milliseconds(1)) }
    #expect(try client.readResponse().body == pattern(count: count))
  }

  @Test("A body at a pace is not read faster than the pace")
  func heldBack() throws {
    // The cut tells how much has been read.
    let cut = Intake.Cut(after: 100_000, resets: false)
    let server = try TimedServer(admit: { _ in .collect(Intake(limit: 1 << 20, bytesPerSecond: 1_000, cut: cut)) })
    let client = try server.test.connect()
    try client.send(head(200_000))
    try server.waitForAdmission()
    try server.settle()
    try client.send(pattern(count: 150_000))
    var seconds = 0
    while client.isQuiet, seconds < 150 {
      try server.advance(by: .seconds(1))
      seconds += 1
    }
    // The piece that the cut falls into is read when the one before it may have come; no piece is longer than the connection's memory.
    #expect(67...100 ~= seconds)
    #expect(try client.readRest() == Rest(""))
  }

  @Test("A request is cut off at the given byte, with a reset or in order", arguments: [0, 1, 500], [false, true])
  func cut(after: Int, resets: Bool) throws {
    let server = try TimedServer(admit: { _ in .collect(Intake(limit: 1_000, cut: Intake.Cut(after: after, resets: resets))) })
    let client = try server.test.connect()
    try client.send(head(1_000))
    try server.waitForAdmission()
    if after > 0 {
      try server.settle()
      #expect(client.isQuiet)
      try client.send(pattern(count: after))
    }
    #expect(try client.readRest() == Rest("", isReset: resets))
  }

  @Test("A byte before the cut the request still goes on, and a body that ends there is answered", arguments: [false, true])
  func shorter(isChunked: Bool) throws {
    let server = try TimedServer(admit: { _ in .collect(Intake(limit: 1_000, cut: Intake.Cut(after: 500, resets: true))) })
    let client = try server.test.connect()
    try client.send(head(isChunked ? nil : 499))
    try client.send(isChunked ? chunked(pattern(count: 499)) : pattern(count: 499))
    #expect(try client.readResponse().body == pattern(count: 499))
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.readResponse().status == 200)
  }

  @Test("A client that waits for 100 gets it before the body is cut off")
  func expectation() throws {
    let server = try TimedServer(admit: { _ in .collect(Intake(limit: 1_000, cut: Intake.Cut(after: 4, resets: false))) })
    let client = try server.test.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 8\r\n\r\n")
    #expect(try client.readResponse().status == 100)
    try client.send("half")
    #expect(try client.readRest() == Rest(""))
  }

  @Test("An intake's own response is sent instead of the handler's")
  func ownResponse() throws {
    let server = try TestServer(
      admit: { head in
        guard head.path == "/own" else { return .collect(upTo: 10) }
        return .collect(Intake(limit: 10) { request in .ready(.text("own \(request.body.bytes.count)")) })
      })
    let client = try server.connect()
    for (path, text) in [("/own", "own 4"), ("/other", "body")] {
      try client.send("POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody")
      #expect(try client.readResponse().text == text)
    }
  }

  /// Of a body of so many bytes; nil: chunked.
  private func head(_ count: Int?) -> String {
    "POST / HTTP/1.1\r\nHost: a\r\n\(count.map { "Content-Length: \($0)" } ?? "Transfer-Encoding: chunked")\r\n\r\n"
  }

  /// In chunks of 100 bytes, many of which the server reads at once.
  private func chunked(_ body: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: 100) {
      let chunk = body[start..<min(start + 100, body.count)]
      bytes += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
    }
    return bytes + Array("0\r\n\r\n".utf8)
  }
}
