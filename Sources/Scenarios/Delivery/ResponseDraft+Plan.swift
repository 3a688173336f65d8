package import HTTPMessage

extension ResponseDraft {
  /// The plan; without anything out of the ordinary it has no script.
  package func plan(delay: Duration) -> DeliveryPlan {
    var draft = self
    draft.writeHeaders()
    return DeliveryPlan(draft.response, delay: delay, rawResponse: draft.isOrdinary ? nil : draft.script)
  }

  private var isOrdinary: Bool {
    framing == nil && lengthError == 0 && extraFields.isEmpty && cut == nil && tail.isEmpty && linger == .zero && ending == .close
      && stalls.isEmpty && wirePace == nil
  }

  private var script: RawResponse {
    RawResponse(framing: announced, extraFields: extraFields, actions: actions, ending: ending)
  }

  var announced: RawResponse.Framing {
    // 204 and 304 have no body, and so no length (RFC 9110, 8.6).
    hasNoBody ? .untilClose : framing ?? .length(max(0, response.body.count + lengthError))
  }

  private var hasNoBody: Bool { response.status == 204 || response.status == 304 }

  /// Whether the answer is over with its head: what followed would be the next answer.
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
    if case .body(let amount)? = cut { return append(upTo: amount.of(count), to: &actions) }
    append(upTo: count, to: &actions)
    if announced == .chunked { actions.append(.bytes(Array("0\r\n\r\n".utf8))) }
    // No head announces fewer than no bytes: what is missing to the error comes behind the body.
    let missing = -(count + lengthError)
    if missing > 0 { actions.append(.bytes([UInt8](repeating: UInt8(ascii: " "), count: missing))) }
  }

  /// The body up to a place, with the stalls that lie before it or at it.
  private func append(upTo end: Int, to actions: inout [WireAction]) {
    let places = stalls.map { (place: $0.after.of(response.body.count), time: $0.time) }.sorted { $0.place < $1.place }
    var start = 0
    for (place, time) in places where place <= end {
      if place > start { actions.append(.body(start..<place, wirePace)) }
      actions.append(.wait(time))
      start = place
    }
    if end > start { actions.append(.body(start..<end, wirePace)) }
  }
}
