package import HTTPMessage

extension ResponseDraft {
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

  /// What the head says of the body's length.
  var announced: RawResponse.Framing {
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
