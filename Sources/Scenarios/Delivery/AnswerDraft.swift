package import EditContract
package import HTTPMessage

/// An answer while faults and pace are put into it; `plan` is what comes of it.
package struct AnswerDraft: Sendable {
  /// Where an answer ends before its end.
  package enum Cut: Sendable, Equatable {
    /// Not a byte is sent.
    case beforeHead
    /// After the head and so much of the body.
    case body(Amount)
  }

  package var response: Response
  package let api: API
  /// Random numbers of the fault's own, the same for the same request of the same history.
  package var draws: DrawStream
  /// What the head says of the body's length; nil: the truth.
  package var framing: WireScript.Framing?
  /// Header lines after all others, sent as they are.
  package var extraFields: [HeaderField] = []
  package var cut: Cut?
  /// Bytes that are sent at the cut, or after the body.
  package var tail: [UInt8] = []
  /// How long the connection stays open after the last byte.
  package var linger = Duration.zero
  package var ending = WireScript.Ending.close
  /// Where in the body nothing moves for a while.
  package var stalls: [Stall] = []
  package var pace: WirePace?

  package struct Stall: Sendable, Equatable {
    package let after: Amount
    package let time: Duration

    package init(after: Amount, time: Duration) {
      self.after = after
      self.time = time
    }
  }

  package init(_ response: Response, api: API, draws: DrawStream) {
    self.response = response
    self.api = api
    self.draws = draws
  }

  /// The plan; without anything out of the ordinary it has no script.
  package func plan(delay: Duration) -> DeliveryPlan {
    DeliveryPlan(response, delay: delay, script: isOrdinary ? nil : script)
  }

  private var isOrdinary: Bool {
    framing == nil && extraFields.isEmpty && cut == nil && tail.isEmpty && linger == .zero && ending == .close && stalls.isEmpty
      && pace == nil
  }

  private var script: WireScript {
    let framing = framing ?? .length(response.body.count)
    var actions: [WireAction] = []
    var isWhole = true
    switch cut {
    case .beforeHead: isWhole = false
    case .body(let amount):
      actions.append(.head)
      appendBody(upTo: amount.of(response.body.count), to: &actions)
      isWhole = false
    case nil:
      actions.append(.head)
      appendBody(upTo: response.body.count, to: &actions)
    }
    if isWhole, framing == .chunked { actions.append(.bytes(Array("0\r\n\r\n".utf8))) }
    if !tail.isEmpty { actions.append(.bytes(tail)) }
    if linger > .zero { actions.append(.wait(linger)) }
    return WireScript(framing: framing, extraFields: extraFields, actions: actions, ending: ending)
  }

  /// The body up to a place, with the stalls that lie before it.
  private func appendBody(upTo end: Int, to actions: inout [WireAction]) {
    let count = response.body.count
    var start = 0
    for stall in stalls.sorted(by: { $0.after.of(count) < $1.after.of(count) }) where stall.after.of(count) <= end {
      let place = stall.after.of(count)
      if place > start { actions.append(.body(start..<place, pace)) }
      actions.append(.wait(stall.time))
      start = place
    }
    if end > start { actions.append(.body(start..<end, pace)) }
  }
}
