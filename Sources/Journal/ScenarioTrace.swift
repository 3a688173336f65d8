internal import Contract
package import HTTPMessage
internal import RequestMatching

/// What a scenario had to do with a request.
package struct ScenarioTrace: Sendable {
  package let scenario: String
  /// Counted from 1; nil: a quota answered, or told where it stands.
  package let step: Int?
  /// Which of the session's requests in this scenario it was, how often the session had reached the step, and what was drawn against its chance.
  package var nth: Int?
  package var reached: Int?
  package var drawn: Double?
  /// The faults with their parameters.
  package var faults: [String] = []
  package var pace: Pace?
  /// What is wrong with an answer that looks like one of success; nil: nothing, or it does not.
  package var damage: String?

  package init(scenario: String, step: Int?) {
    self.scenario = scenario
    self.step = step
  }
}

/// How an answer goes over the wire, as far as it is to be told afterwards.
package struct DeliveryNotes: Sendable {
  package enum Ending: String, Sendable, CaseIterable {
    case whole
    /// Closed before the end.
    case cut
    /// Ended by a TCP reset.
    case reset
    /// Nothing more came, and the connection stayed open.
    case held
  }

  package let delay: Duration
  package let ending: Ending
  /// Whether the status line goes out.
  package let hasHead: Bool
  /// Whether the connection can be used again.
  package let keepsConnection: Bool

  package init(_ plan: DeliveryPlan) {
    delay = plan.delay
    keepsConnection = plan.rawResponse == nil
    hasHead = plan.rawResponse?.actions.contains(.head) ?? true
    switch plan.rawResponse?.ending {
    case nil: ending = .whole
    case .close: ending = plan.sendsWholeBody ? .whole : .cut
    case .reset: ending = .reset
    case .hold: ending = .held
    }
  }
}

extension DeliveryPlan {
  /// Whether the client gets the body to its end, and can tell.
  fileprivate var sendsWholeBody: Bool {
    guard let rawResponse, rawResponse.actions.contains(.head) else { return self.rawResponse == nil }
    let sent = rawResponse.actions.reduce(0) { count, action in
      if case .body(let range, _) = action { count + range.count } else { count }
    }
    switch rawResponse.framing {
    case .length(let length): return sent >= length
    case .chunked: return sent >= response.body.count && rawResponse.actions.contains(.bytes(Array("0\r\n\r\n".utf8)))
    case .untilClose: return sent >= response.body.count
    }
  }
}
