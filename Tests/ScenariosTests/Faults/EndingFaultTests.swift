import HTTPMessage
import Scenarios
import Testing

@Suite("Faults of a response's end", .timeLimit(.minutes(15)))
struct EndingFaultTests {
  private typealias Values = [String: FaultValues.Value]

  /// The script of 1000 bytes with one fault.
  private func rawResponse(_ name: String, _ given: Values = [:], count: Int = 1_000, isHEAD: Bool = false) throws -> RawResponse? {
    let plan = plan(response(count), try fault(name, given), isHEAD: isHEAD)
    #expect(plan.response == response(count))
    return plan.rawResponse
  }

  @Test("A response without faults is delivered as HTTP has it")
  func ordinary() {
    #expect(plan(response(1_000)) == DeliveryPlan(response(1_000)))
    #expect(plan(response(0), isHEAD: true).rawResponse == nil)
  }

  @Test("reset: at once, after the head, or in the body")
  func reset() throws {
    let length = RawResponse.Framing.length(1_000)
    #expect(try rawResponse("reset") == RawResponse(framing: length, actions: [], ending: .reset))
    #expect(try rawResponse("reset", ["after": .cutPoint(.head)]) == RawResponse(framing: length, actions: [.head], ending: .reset))
    let half = RawResponse(framing: length, actions: [.head, .body(0..<500, nil)], ending: .reset)
    #expect(try rawResponse("reset", ["after": .cutPoint(.body(.percent(50)))]) == half)
    #expect(try rawResponse("reset", ["after": .cutPoint(.body(.bytes(500)))]) == half)
  }

  @Test("empty-reply: not a byte, then an orderly end")
  func emptyReply() throws {
    #expect(try rawResponse("empty-reply") == RawResponse(framing: .length(1_000), actions: [], ending: .close))
  }

  @Test("truncate: the length is true, the body stops")
  func truncate() throws {
    #expect(try rawResponse("truncate") == RawResponse(framing: .length(1_000), actions: [.head, .body(0..<500, nil)]))
    let late = try rawResponse("truncate", ["after": .extent(.bytes(999))])
    #expect(late == RawResponse(framing: .length(1_000), actions: [.head, .body(0..<999, nil)]))
    #expect(try rawResponse("truncate", count: 1) == RawResponse(framing: .length(1), actions: [.head]))
  }

  @Test("malformed-chunk: good chunks, then a size that is no number")
  func malformedChunk() throws {
    let bad = WireAction.bytes(Array("not-a-size\r\n".utf8))
    #expect(try rawResponse("malformed-chunk") == RawResponse(framing: .chunked, actions: [.head, .body(0..<500, nil), bad]))
    #expect(try rawResponse("malformed-chunk", count: 0) == RawResponse(framing: .chunked, actions: [.head, bad]))
    #expect(try rawResponse("malformed-chunk", isHEAD: true) == RawResponse(framing: .chunked, actions: [.head]))
  }

  @Test("garbage: so many bytes that no HTTP begins with, the same each time", arguments: [1, 64, 65_536])
  func garbage(count: Int) throws {
    let first = try #require(try rawResponse("garbage", ["bytes": .count(count)]))
    guard case .bytes(let bytes)? = first.actions.first, first.actions.count == 1 else {
      Issue.record("\(first.actions)")
      return
    }
    #expect(bytes.count == count)
    #expect(bytes[0] >= 0x80)
    #expect(first.ending == .close)
    #expect(try rawResponse("garbage", ["bytes": .count(count)]) == first)
    #expect(count < 64 || Set(bytes).count > 32)
  }

  @Test("never-answer: the connection is held, from the start or from an offset in the body")
  func neverAnswer() throws {
    #expect(try rawResponse("never-answer") == RawResponse(framing: .length(1_000), actions: [], ending: .hold))
    let half = try rawResponse("never-answer", ["after": .cutPoint(.body(.percent(50)))])
    #expect(half == RawResponse(framing: .length(1_000), actions: [.head, .body(0..<500, nil)], ending: .hold))
    let head = try rawResponse("never-answer", ["after": .cutPoint(.head)], isHEAD: true)
    #expect(head == RawResponse(framing: .length(1_000), actions: [.head], ending: .hold))
  }

  @Test("slow-close: all of it, then a wait")
  func slowClose() throws {
    let whole = RawResponse(framing: .length(1_000), actions: [.head, .body(0..<1_000, nil), .wait(.seconds(10))])
    #expect(try rawResponse("slow-close") == whole)
  }

  static let lengths: [(difference: Int, count: Int, announced: Int, extra: Int)] = [
    (100, 1_000, 1_100, 0), (-100, 1_000, 900, 0), (-1_000, 1_000, 0, 0), (1, 0, 1, 0), (-100, 30, 0, 70), (-1, 0, 0, 1),
    (1_048_576, 1, 1_048_577, 0),
  ]

  @Test("wrong-content-length: the head is wrong by just so many bytes", arguments: lengths)
  func wrongContentLength(difference: Int, count: Int, announced: Int, extra: Int) throws {
    let found = try #require(try rawResponse("wrong-content-length", ["by": .count(difference)], count: count))
    #expect(found.framing == .length(announced))
    #expect(found.bodyCount == count)
    #expect(found.bytesBehindHead == extra)
    #expect(found.ending == .close)
  }

  @Test("disconnect: the response is left alone, the intake is cut")
  func disconnect() throws {
    #expect(try rawResponse("disconnect") == nil)
    let cut = try #require(try fault("disconnect", ["after": .extent(.bytes(9)), "reset": .flag(true)]) as? any RequestFault)
    var intake = IntakeDraft()
    cut.apply(to: &intake)
    #expect(intake.cutAfter == 9 && intake.resets && intake.bytesPerSecond == nil)
    var standard = IntakeDraft()
    try #require(try fault("disconnect") as? any RequestFault).apply(to: &standard)
    #expect(standard.cutAfter == 0 && !standard.resets)
  }
}

extension RawResponse {
  /// Bytes of the body that are sent.
  var bodyCount: Int {
    actions.reduce(0) { sum, action in if case .body(let range, _) = action { sum + range.count } else { sum } }
  }

  /// Raw bytes that are sent after the head.
  var bytesBehindHead: Int {
    guard actions.first == .head else { return 0 }
    return actions.reduce(0) { sum, action in if case .bytes(let bytes) = action { sum + bytes.count } else { sum } }
  }
}
