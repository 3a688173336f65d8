package import Contract
package import HTTPMessage

/// A response while faults and pace are put into it; `plan` turns it into a delivery plan.
///
/// Nothing is computed before `plan`: what a fault writes here does not depend on the other faults.
package struct ResponseDraft: Sendable {
  /// The response so far.
  package var response: Response
  /// The API that the response is of.
  package let api: API
  /// Whether the request is HEAD: then the head is all of it.
  package let isHEAD: Bool
  /// The step's random numbers; a fault takes the stream of its own name.
  package let draws: SeededRandom
  /// The Content-Type to send; nil: the true one.
  package var contentType: String?
  /// Header lines that are sent once more; without a value, with the one they have.
  package var repeats: [HeaderField] = []
  /// Header lines after all others, sent as they are.
  package var extraFields: [HeaderField] = []
  /// How the head announces the body; nil: by its length.
  package var framing: RawResponse.Framing?
  /// How many more bytes the head announces than are sent.
  package var lengthError = 0
  /// Where the response ends early.
  package var cut: CutPoint?
  /// Bytes that are sent at the cut, or after the body.
  package var tail: [UInt8] = []
  /// How long the connection stays open after the last byte.
  package var linger = Duration.zero
  /// How the connection ends after the response.
  package var ending = RawResponse.Ending.close
  /// Where in the body nothing moves, and for how long.
  package var stalls: [(after: Extent, time: Duration)] = []
  /// The step's pace.
  package var download: Pace.Download?
  /// A fault's pace, which wins over the step's.
  package var pace: WirePace?

  /// Makes a draft of the response as it is.
  package init(_ response: Response, api: API, isHEAD: Bool = false, draws: SeededRandom) {
    self.response = response
    self.api = api
    self.isHEAD = isHEAD
    self.draws = draws
  }

  private mutating func writeHeaders() {
    if let contentType { response.headers = response.headers.replacing("Content-Type", with: contentType) }
    for field in repeats { if field.name.isServerHeader { repeatServerField(field) } else { repeatField(field) } }
  }

  private mutating func repeatField(_ field: HeaderField) {
    let present = response.headers[field.name]
    let value = field.value.isEmpty ? present ?? "" : field.value
    if value.isEmpty { return }
    if present == nil { response.headers.append(field.name, value) }
    response.headers.append(field.name, value)
  }

  /// Repeats a header of the server's: only the length is known here, `DuplicateHeadersFault` asks for the values of the others.
  private mutating func repeatServerField(_ field: HeaderField) {
    if !field.value.isEmpty {
      extraFields.append(field)
    } else if field.name.equalsIgnoringASCIICase("Content-Length"), case .length(let length) = announced {
      extraFields.append(HeaderField(field.name, "\(length)"))
    }
  }

  // MARK: - The plan

  /// Returns the delivery plan; it has a raw response only where something is out of the ordinary.
  package func plan(delay: Duration) -> DeliveryPlan {
    var draft = self
    draft.writeHeaders()
    return DeliveryPlan(draft.response, delay: delay, rawResponse: draft.isOrdinary ? nil : draft.rawResponse)
  }

  private var isOrdinary: Bool {
    framing == nil && lengthError == 0 && extraFields.isEmpty && cut == nil && tail.isEmpty && linger == .zero && ending == .close
      && stalls.isEmpty && wirePace == nil
  }

  private var rawResponse: RawResponse { RawResponse(framing: announced, extraFields: extraFields, actions: actions, ending: ending) }

  private var announced: RawResponse.Framing {
    // 204 and 304 have no body, and so no length (RFC 9110, 8.6).
    hasNoBody ? .untilClose : framing ?? .length(max(0, response.body.count + lengthError))
  }

  private var hasNoBody: Bool { response.status == 204 || response.status == 304 }
  /// Whether the response ends with its head: a client would take more bytes for the next response.
  private var endsWithHead: Bool { isHEAD || hasNoBody }

  private var wirePace: WirePace? { pace ?? download.map { $0.wirePace(of: response.body.count) } }

  private var actions: [WireAction] {
    var actions: [WireAction] = []
    if cut != .start { actions.append(.head) }
    if cut != .start, !endsWithHead { appendBody(to: &actions) }
    if !tail.isEmpty, cut == .start || !endsWithHead { actions.append(.bytes(tail)) }
    if linger > .zero { actions.append(.wait(linger)) }
    return actions
  }

  private func appendBody(to actions: inout [WireAction]) {
    let count = response.body.count
    // The first piece comes after its share of the time, so that the last one comes at its end.
    if pace == nil, case .chunks? = download, let wirePace, count > 0 { actions.append(.wait(wirePace.interval)) }
    if case .body(let extent)? = cut { return append(upTo: extent.of(count), to: &actions) }
    append(upTo: count, to: &actions)
    if announced == .chunked { actions.append(.bytes(Array("0\r\n\r\n".utf8))) }
    // No head announces fewer than no bytes: what is missing to the error comes behind the body.
    let missing = -(count + lengthError)
    if missing > 0 { actions.append(.bytes([UInt8](repeating: UInt8(ascii: " "), count: missing))) }
  }

  /// Appends the body up to an offset, with the stalls that lie before it or at it.
  private func append(upTo end: Int, to actions: inout [WireAction]) {
    let offsets = stalls.map { (offset: $0.after.of(response.body.count), time: $0.time) }.sorted { $0.offset < $1.offset }
    var start = 0
    for (offset, time) in offsets where offset <= end {
      if offset > start { actions.append(.body(start..<offset, wirePace)) }
      actions.append(.wait(time))
      start = offset
    }
    if end > start { actions.append(.body(start..<end, wirePace)) }
  }
}

extension String {
  /// Whether the server writes header lines of this name itself, and drops those of a response.
  var isServerHeader: Bool { HeaderChange.reserved.contains { equalsIgnoringASCIICase($0) } }
}

extension HeaderList {
  /// Returns the list with one line of that name, where the first was.
  fileprivate func replacing(_ name: String, with value: String) -> HeaderList {
    let first = fields.firstIndex { $0.name.equalsIgnoringASCIICase(name) } ?? fields.endIndex
    var others = fields.filter { !$0.name.equalsIgnoringASCIICase(name) }
    others.insert(HeaderField(name, value), at: first)
    return HeaderList(others)
  }
}
