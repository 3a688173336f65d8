import HTTPMessage
import Scenarios
import Testing

@Suite("Faults with responses, and with each other", .timeLimit(.minutes(15)))
struct FaultCombinationTests {
  static let responses: [Response] = [
    response(0), response(1), response(2), response(1_000), response(70_000),
    Response(
      status: 429, headers: HeaderList([HeaderField("Content-Type", "application/json")]), body: Array(#"{"error":"slow down"}"#.utf8)),
    Response(status: 204),
  ]

  /// Every fault at its defaults, and those whose parameters move a place at the ends and past them.
  static func variants(withCounts: Bool) throws -> [any Fault] {
    let cutPoints: [CutPoint] = [.start, .head, .body(.percent(0)), .body(.percent(33.3)), .body(.percent(100)), .body(.bytes(1_000_000))]
    let extents: [Extent] = [.bytes(0), .percent(0.1), .percent(100), .bytes(1), .bytes(Int.max)]
    var faults: [any Fault] = []
    for type in FaultTable.all {
      faults.append(try fault(type.name))
      for parameter in type.parameters {
        switch parameter.kind {
        case .cutPoint: faults += try cutPoints.map { try fault(type.name, [parameter.name: .cutPoint($0)]) }
        case .extent: faults += try extents.map { try fault(type.name, [parameter.name: .extent($0)]) }
        case .count(let bounds) where withCounts:
          faults += try [bounds.lowerBound, bounds.upperBound].map { try fault(type.name, [parameter.name: .count($0)]) }
        case .choice(let words): faults += try words.map { try fault(type.name, [parameter.name: .text($0)]) }
        case .bytes, .duration, .text, .flag, .count: break
        }
      }
    }
    return faults
  }

  @Test("Every fault makes a well-formed plan of every response", arguments: responses, [false, true])
  func wellFormed(response: Response, isHEAD: Bool) throws {
    for fault in try Self.variants(withCounts: true) {
      expectWellFormed(plan(response, fault, isHEAD: isHEAD), isHEAD: isHEAD, "\(fault)")
    }
  }

  @Test("Two faults that may stand together make a well-formed plan, the same one in either order", arguments: responses, [false, true])
  func pairs(response: Response, isHEAD: Bool) throws {
    let faults = try Self.variants(withCounts: false)
    for (index, first) in faults.enumerated() {
      for second in faults[(index + 1)...] where mayStandTogether(first, second) {
        let both = plan(response, first, second, isHEAD: isHEAD)
        if both != plan(response, second, first, isHEAD: isHEAD) { Issue.record("the order matters: \(first) and \(second)") }
        expectWellFormed(both, isHEAD: isHEAD, "\(first) and \(second)")
      }
    }
  }

  private func mayStandTogether(_ first: any Fault, _ second: any Fault) -> Bool {
    let (one, other) = (type(of: first), type(of: second))
    return one != other && (one.group != other.group || one.group == .free)
  }

  @Test("A stall before the cut happens, one behind it does not")
  func stallAndCut() throws {
    let stall = try fault("stall", ["after": .extent(.bytes(20))])
    let late = plan(response(100), stall, try fault("truncate", ["after": .extent(.bytes(30))])).rawResponse
    #expect(late?.actions == [.head, .body(0..<20, nil), .wait(.seconds(5)), .body(20..<30, nil)])
    let early = plan(response(100), stall, try fault("truncate", ["after": .extent(.bytes(10))])).rawResponse
    #expect(early?.actions == [.head, .body(0..<10, nil)])
  }

  @Test("A page is truncated, sliced and announced like any response")
  func page() throws {
    let page = try fault("html-error-page")
    let count = plan(response(0), page).response.body.count
    let cut = plan(response(0), try fault("truncate"), try fault("slice"), page).rawResponse
    let pace = WirePace(slice: 100, interval: .milliseconds(10))
    #expect(cut == RawResponse(framing: .length(count), actions: [.head, .body(0..<count / 2, pace)]))
    #expect(plan(response(0), try fault("wrong-content-length"), page).rawResponse?.framing == .length(count + 100))
  }

  @Test("A wrong type holds on a page, and is the one that is sent twice")
  func headers() throws {
    let faults = try (fault("duplicate-headers"), fault("wrong-content-type"), fault("html-error-page"))
    let found = plan(response(9), faults.0, faults.1, faults.2).response
    #expect(found.headers.values(of: "Content-Type") == ["text/html; charset=utf-8", "text/html; charset=utf-8"])
  }

  @Test("A second Content-Length repeats the wrong one, and none is made up beside chunks")
  func lengths() throws {
    let twice = try fault("duplicate-headers", ["name": .text("content-length")])
    #expect(plan(response(10), twice, try fault("wrong-content-length")).rawResponse?.extraFields == [HeaderField("content-length", "110")])
    #expect(plan(response(10), twice, try fault("malformed-chunk")).rawResponse?.extraFields == [])
  }

  @Test("What one fault draws does not hang on the others")
  func draws() throws {
    let page = plan(response(9), try fault("html-error-page"), try fault("garbage"))
    #expect(page.response == plan(response(9), try fault("html-error-page")).response)
    #expect(page.rawResponse?.actions == plan(response(9), try fault("garbage")).rawResponse?.actions)
  }
}

/// What holds for every plan, whatever is in it.
private func expectWellFormed(_ plan: DeliveryPlan, isHEAD: Bool, _ what: String) {
  guard let raw = plan.rawResponse else { return }
  var sent = 0
  var isInOrder = true
  for (index, action) in raw.actions.enumerated() {
    switch action {
    case .head: isInOrder = isInOrder && index == 0
    case .body(let range, let pace):
      isInOrder = isInOrder && raw.actions.first == .head && range.lowerBound == sent && !range.isEmpty && !isHEAD
      isInOrder = isInOrder && (pace?.slice ?? 1) > 0
      sent = range.upperBound
    case .bytes(let bytes): isInOrder = isInOrder && !bytes.isEmpty && !(isHEAD && raw.actions.first == .head)
    case .wait(let time): isInOrder = isInOrder && time > .zero
    }
  }
  // One expectation for all, for there are tens of thousands of plans.
  if !isInOrder || sent > plan.response.body.count || !isFramed(raw, sent: sent, of: plan.response, isHEAD: isHEAD) {
    Issue.record("\(what): \(raw.framing), \(raw.actions.count) actions, \(sent) bytes of \(plan.response.body.count)")
  }
}

/// Whether the length that is announced is one, and true unless the response is cut or it is the fault.
private func isFramed(_ raw: RawResponse, sent: Int, of response: Response, isHEAD: Bool) -> Bool {
  // 204 and 304 have no body and announce none.
  let hasNoBody = response.status == 204 || response.status == 304
  switch raw.framing {
  case .length(let length): return !hasNoBody && length >= 0 && (isHEAD || length == response.body.count || sent == response.body.count)
  case .chunked: return !hasNoBody && raw.ending == .close
  case .untilClose: return hasNoBody && sent == 0
  }
}
