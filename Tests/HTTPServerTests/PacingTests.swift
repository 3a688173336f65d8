import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

@Suite("Raw responses with waits and paces", .timeLimit(.minutes(15)))
struct PacingTests {
  @Test("Slices go out one by one, each an interval after the start of the one before")
  func slices() throws {
    let server = try TimedServer(.raw([.body(0..<10, WirePace(slice: 4, interval: .seconds(2)))], framing: .untilClose))
    let client = try server.ask()
    for slice in ["0123", "4567"] {
      #expect(try client.read(4) == slice)
      try server.advance(by: .milliseconds(1_999))
      #expect(client.isQuiet)
      server.clock.advance(by: .milliseconds(1))
    }
    #expect(try client.readRest() == Rest("89"))
  }

  @Test("Time that passes at once brings all that is due by then, and no more")
  func manyAtOnce() throws {
    let server = try TimedServer(.raw([.body(0..<10, WirePace(slice: 1, interval: .seconds(2)))], framing: .untilClose))
    let client = try server.ask()
    #expect(try client.read(1) == "0")
    try server.advance(by: .seconds(9))
    #expect(try client.read(4) == "1234")
    #expect(client.isQuiet)
    server.clock.advance(by: .seconds(9))
    #expect(try client.readRest() == Rest("56789"))
  }

  @Test("Waits come after a delay and between the bytes")
  func waits() throws {
    let actions: [WireAction] = [.bytes([33]), .wait(.seconds(3)), .bytes([34]), .wait(.seconds(4))]
    let server = try TimedServer(DeliveryPlan.raw(actions).delayed(by: .seconds(2)))
    let client = try server.ask()
    for (seconds, text) in [(2, "!"), (3, "\"")] {
      try server.advance(by: .seconds(seconds) - .milliseconds(1))
      #expect(client.isQuiet)
      server.clock.advance(by: .milliseconds(1))
      #expect(try client.read(1) == text)
    }
    try server.advance(by: .milliseconds(3_999))
    #expect(client.isQuiet)
    server.clock.advance(by: .milliseconds(1))
    #expect(try client.readRest() == Rest(""))
  }

  @Test("A held connection ends when its client closes, or sends nothing more", arguments: [false, true])
  func hold(isHalf: Bool) throws {
    let server = try Self.oneByOne(.raw([.head, .body(0..<4, nil)], ending: .hold))
    let client = try server.ask()
    let expected = DeliveryPlan.rawHead() + "0123"
    #expect(try client.read(expected.utf8.count) == expected)
    #expect(client.isQuiet)
    // Only one connection is let in at a time, so the next one gets its response when this one is over.
    if isHalf { client.finishSending() } else { client.close() }
    #expect(try server.test.responseWhenFree(to: "GET /next HTTP/1.1\r\nHost: a\r\n\r\n").text == "next")
    if isHalf { #expect(try client.readRest() == Rest("")) }
  }

  @Test("A raw response ends when its client has reset the connection, also long before its next action")
  func clientResets() throws {
    let server = try Self.oneByOne(.raw([.bytes([33]), .wait(.seconds(3_600)), .head]))
    let client = try server.ask()
    #expect(try client.read(1) == "!")
    client.reset()
    #expect(try server.test.responseWhenFree(to: "GET /next HTTP/1.1\r\nHost: a\r\n\r\n").text == "next")
  }

  /// A server of one connection at a time, with a plain response for those that come next.
  private static func oneByOne(_ plan: DeliveryPlan) throws -> TimedServer {
    try TimedServer(configure: { $0.connectionLimit = 1 }, respond: { .ready($0.head.path == "/next" ? .text("next") : plan) })
  }
}
