import Dispatch
import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

@Suite("Requests that end before they are whole", .timeLimit(.minutes(15)))
struct AbandonmentTests {
  private static let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"
  private let abandoned = Collected<Intake.Abandonment>()

  private func intake(limit: Int = 1_000, pace: Int? = nil, cut: Intake.Cut? = nil) -> Intake {
    var intake = Intake(limit: limit, bytesPerSecond: pace, cut: cut)
    intake.abandoned = { [abandoned] in abandoned.append($0) }
    return intake
  }

  @Test("A client that goes in the middle of its body is reported with the bytes that came", arguments: HangUp.allCases, [0, 4, 999, -4])
  func midBody(way: HangUp, case number: Int) throws {
    // Below zero: so many bytes of a chunk.
    let (count, isChunked) = (abs(number), number < 0)
    let intake = intake()
    let server = try TimedServer(admit: { _ in .collect(intake) })
    let client = try server.test.connect()
    let chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    try client.send(isChunked ? chunked : Self.head)
    try server.waitForAdmission()
    if count > 0 { try client.send(isChunked ? Array("3e8\r\n".utf8) + pattern(count: count) : pattern(count: count)) }
    // What has not been read when a reset comes is lost.
    try server.settle()
    client.hangUp(way)
    #expect(abandoned.first(1) == [Intake.Abandonment(received: count, isCut: false)])
    server.test.server.stop()
    #expect(abandoned.all.count == 1)
  }

  @Test("A client that goes while its body is read at a pace is reported with the bytes that came", arguments: HangUp.allCases)
  func paced(way: HangUp) throws {
    let intake = intake(pace: 100)
    let server = try TimedServer(admit: { _ in .collect(intake) })
    let client = try server.test.connect()
    try client.send(Self.head)
    try server.waitForAdmission()
    try client.send(pattern(count: 500))
    try server.settle()
    client.hangUp(way)
    try server.advance(by: .seconds(5))
    #expect(abandoned.first(1) == [Intake.Abandonment(received: 500, isCut: false)])
    server.test.server.stop()
    #expect(abandoned.all.count == 1)
  }

  @Test("A request that its intake cuts off is reported as cut", arguments: [0, 1, 500], [false, true])
  func cut(after: Int, resets: Bool) throws {
    let intake = intake(cut: Intake.Cut(after: after, resets: resets))
    let server = try TimedServer(admit: { _ in .collect(intake) })
    let client = try server.test.connect()
    try client.send(Self.head)
    try server.waitForAdmission()
    if after > 0 { try client.send(pattern(count: after)) }
    #expect(try client.readRest() == Rest("", isReset: resets))
    #expect(abandoned.first(1) == [Intake.Abandonment(received: after, isCut: true)])
    server.test.server.stop()
    #expect(abandoned.all.count == 1)
  }

  @Test("A client that goes before the cut is not reported as cut")
  func beforeCut() throws {
    let intake = intake(cut: Intake.Cut(after: 500, resets: true))
    let server = try TimedServer(admit: { _ in .collect(intake) })
    let client = try server.test.connect()
    try client.send(Self.head + "half")
    try server.waitForAdmission()
    try server.settle()
    client.close()
    #expect(abandoned.first(1) == [Intake.Abandonment(received: 4, isCut: false)])
  }

  @Test("A body of unknown length beyond the drain limit is reported as abandoned once")
  func tooLong() throws {
    let intake = intake(limit: 10)
    let server = try TestServer(configure: { $0.drainLimit = 100 }, admit: { _ in .collect(intake) })
    let client = try server.connect()
    try client.send(Array("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n".utf8) + pattern(count: 101))
    #expect(try client.readResponse().status == 413)
    server.server.stop()
    #expect(abandoned.all == [Intake.Abandonment(received: 101, isCut: false)])
  }

  @Test("A stop without grace reports the bytes that came", arguments: [nil, 1])
  func stop(pace: Int?) throws {
    let intake = intake(pace: pace)
    let server = try TimedServer(configure: { $0.uploadGrace = .zero }, admit: { _ in .collect(intake) })
    let client = try server.test.connect()
    try client.send(Self.head + "half")
    try server.waitForAdmission()
    try server.settle()
    server.test.server.stop()
    #expect(abandoned.all == [Intake.Abandonment(received: 4, isCut: false)])
  }

  @Test(
    "A request that gets a response is not abandoned, however its delivery ends",
    arguments: ["ready", "deferred", "background", "own", "too large", "left", "gone", "delayed", "raw"])
  func responded(way: String) throws {
    let latch = Latch()
    var intake = intake(limit: way == "too large" || way == "left" ? 2 : 10)
    if way == "own" { intake.respond = { _ in .ready(.text("own")) } }
    let server = try TestServer(
      configure: { $0.drainLimit = way == "left" ? 3 : 100 }, admit: { [intake] _ in .collect(intake) },
      respond: { _ in
        switch way {
        case "deferred": .deferred { .text("deferred") }
        case "background": .background { .text("background") }
        case "delayed": .ready(.text("delayed").delayed(by: .seconds(3_600)))
        case "raw": .ready(.raw([.head, .body(0..<10, nil)], ending: .hold))
        case "gone":
          .deferred(behind: latch) { .text("gone") }
        default: .ready(.text("ready"))
        }
      })
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody")
    switch way {
    case "gone":
      #expect(latch.isReached())
      client.reset()
      latch.open()
    case "delayed": client.close()
    default: #expect(try client.readResponse().status == 200)
    }
    server.server.stop()
    #expect(abandoned.all == [])
  }
}
