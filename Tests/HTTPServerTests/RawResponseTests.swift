import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

@Suite("Raw responses, byte by byte", .timeLimit(.minutes(15)))
struct RawResponseTests {
  private static let whole = WireAction.body(0..<10, nil)

  @Test(
    "The actions of a raw response are the bytes that are sent",
    arguments: [
      (.raw([]), ""),
      (.raw([.head, whole]), "<head>0123456789"),
      (.raw([.head, .body(0..<4, nil)]), "<head>0123"),
      (.raw([.head, .body(8..<99, nil), .body(50..<60, nil), .body(0..<0, nil)]), "<head>89"),
      (.raw([.bytes(Array("HTTP/1.1 junk\r\n".utf8)), .head, whole]), "HTTP/1.1 junk\r\n<head>0123456789"),
      (.raw([.bytes(Array("no HTTP at all".utf8)), .bytes([])]), "no HTTP at all"),
      (.raw([.head, .bytes(Array("{".utf8)), .body(1..<3, nil)]), "<head>{12"),
      (.raw([.head, whole, .bytes(Array("more".utf8))]), "<head>0123456789more"),
    ] as [(DeliveryPlan, String)])
  func bytes(plan: DeliveryPlan, expected: String) throws {
    let server = try TimedServer(plan)
    #expect(try server.ask().readRest() == Rest(expected.replacing("<head>", with: DeliveryPlan.rawHead())))
  }

  @Test(
    "The head says the length that it is given, true or not",
    arguments: [
      (.length(10), "Content-Length: 10\r\n"), (.length(1_000), "Content-Length: 1000\r\n"), (.length(3), "Content-Length: 3\r\n"),
      (.untilClose, ""),
    ] as [(RawResponse.Framing, String)])
  func framing(framing: RawResponse.Framing, line: String) throws {
    let server = try TimedServer(.raw([.head, Self.whole], framing: framing))
    let client = try server.ask()
    #expect(try client.readRest() == Rest(DeliveryPlan.rawHead(line) + "0123456789"))
  }

  @Test(
    "Every slice of the body is a chunk, and other bytes go as they are",
    arguments: [
      ([.head, whole, .bytes(Array("0\r\n\r\n".utf8))], "a\r\n0123456789\r\n0\r\n\r\n"),
      ([.head, .body(0..<2, nil), .body(2..<2, nil), .body(2..<5, nil)], "2\r\n01\r\n3\r\n234\r\n"),
      ([.head, .body(0..<5, WirePace(slice: 2, interval: .zero))], "2\r\n01\r\n2\r\n23\r\n1\r\n4\r\n"),
      ([.head, .body(0..<2, nil), .bytes(Array("xyz\r\n!\r\n".utf8))], "2\r\n01\r\nxyz\r\n!\r\n"),
    ] as [([WireAction], String)])
  func chunks(actions: [WireAction], expected: String) throws {
    let server = try TimedServer(.raw(actions, framing: .chunked))
    let client = try server.ask()
    #expect(try client.readRest() == Rest(DeliveryPlan.rawHead("Transfer-Encoding: chunked\r\n") + expected))
  }

  @Test("HEAD gets the head of a raw response, and what comes before it, and nothing else")
  func head() throws {
    let plan = DeliveryPlan.raw([.bytes([33]), .head, Self.whole, .bytes([33])])
    let server = try TimedServer(plan)
    let client = try server.ask("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.readRest() == Rest("!" + DeliveryPlan.rawHead()))
  }

  @Test("Extra fields come last, whatever their names, and never as more than one line")
  func extraFields() throws {
    let extra = [
      HeaderField("Content-Length", "4"), HeaderField("Server", "other"), HeaderField("a b", ""), HeaderField("X", "1\r\nY: 2"),
      HeaderField("X\nY", "1"),
    ]
    let server = try TimedServer(.raw([.head], extra: extra))
    let expected = DeliveryPlan.rawHead(extra: "Content-Length: 4\r\nServer: other\r\na b: \r\n")
    #expect(try server.ask().readRest() == Rest(expected))
    #expect(server.test.log.all.count == 2)
  }

  @Test("A header line that the server would not send is left out of a raw response's head, too")
  func reserved() throws {
    var plan = DeliveryPlan.raw([.head])
    for name in ["Content-Length", "Date", "X Bad"] { plan.response.headers.append(name, "1") }
    let server = try TimedServer(plan)
    #expect(try server.ask().readRest() == Rest(DeliveryPlan.rawHead()))
  }

  @Test("A raw response with a status that is not final becomes a 500", arguments: [99, 1_000])
  func status(_ status: Int) throws {
    var plan = DeliveryPlan.raw([.head])
    plan.response.status = status
    let server = try TimedServer(plan)
    #expect(try server.ask().readResponse().status == 500)
  }

  @Test("A connection ends with a reset where the raw response says so, and in order otherwise", arguments: [false, true])
  func ending(resets: Bool) throws {
    let ending = resets ? RawResponse.Ending.reset : .close
    let empty = try TimedServer(.raw([], ending: ending))
    #expect(try empty.ask().readRest() == Rest("", isReset: resets))
    let server = try TimedServer(.raw([.head, .body(0..<4, nil), .wait(.seconds(1))], ending: ending))
    let part = try server.ask()
    let expected = DeliveryPlan.rawHead() + "0123"
    #expect(try part.read(expected.utf8.count) == expected)
    server.clock.advance(by: .seconds(1))
    #expect(try part.readRest() == Rest("", isReset: resets))
  }

  @Test("The end is in order, and all bytes arrive, although the client has sent more meanwhile")
  func unreadBytes() throws {
    let body = longPattern(count: 1_000_000)
    let script = RawResponse(framing: .untilClose, actions: [.wait(.seconds(1)), .body(0..<body.count, nil)])
    let server = try TimedServer(DeliveryPlan(Response(status: 200, body: body), rawResponse: script))
    // Most of the body is still on the server's side when the connection is closed.
    let client = try server.ask(receiveBuffer: 65_536)
    try client.send(pattern(count: 100_000))
    try server.advance(by: .seconds(1))
    let rest = try client.readRest()
    #expect(rest.bytes == body && !rest.isReset)
  }

  @Test("A client that has closed its sending side still gets its bytes")
  func halfClosed() throws {
    let server = try TimedServer(.raw([.bytes([33]), .wait(.seconds(1)), Self.whole]))
    let client = try server.ask()
    #expect(try client.read(1) == "!")
    client.finishSending()
    try server.advance(by: .zero)
    server.clock.advance(by: .seconds(1))
    #expect(try client.readRest() == Rest("0123456789"))
  }

  @Test("20 MB reach a client that reads slowly, whole", arguments: [RawResponse.Framing.untilClose, .chunked])
  func largeBody(framing: RawResponse.Framing) throws {
    let body = longPattern(count: 20_000_000)
    let script = RawResponse(framing: framing, actions: [.body(0..<body.count, nil)])
    let server = try TimedServer(DeliveryPlan(Response(status: 200, body: body), rawResponse: script))
    let client = try server.ask(receiveBuffer: 65_536)
    // Nothing is read while others are served.
    for _ in 0..<3 { try server.settle() }
    let expected = framing == .chunked ? Array("1312d00\r\n".utf8) + body + Array("\r\n".utf8) : body
    let rest = try client.readRest()
    #expect(rest.bytes == expected && !rest.isReset)
  }
}
