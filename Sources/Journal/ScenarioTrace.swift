internal import Contract
package import HTTPMessage
internal import RequestMatching

/// The part that a scenario had in the response to a request.
package struct ScenarioTrace: Sendable {
  /// The name of the scenario.
  package let scenario: String
  /// The step, counted from 1; nil when a quota answered, or added its headers.
  package let step: Int?
  /// The number of the request among those of its session in the scenario, from 1.
  package var nth: Int?
  /// How often the session has reached the step.
  package var reached: Int?
  /// The random number that was compared with the step's `chance`.
  package var drawn: Double?
  /// The faults with their parameters, as texts.
  package var faults: [String] = []
  /// The pace of upload and download; nil for full speed.
  package var pace: Pace?
  /// What is wrong with a response that looks successful, in words; nil when it is whole, or an error.
  package var damage: String?

  /// Returns a trace of a scenario's step, or of its quota when the step is nil.
  package init(scenario: String, step: Int?) {
    self.scenario = scenario
    self.step = step
  }
}

/// How a response is delivered, as far as reports show it.
package struct DeliveryNotes: Sendable {
  /// How the delivery is planned to end.
  package enum Ending: String, Sendable, CaseIterable {
    case whole
    /// The connection is closed before the end of the body.
    case cut
    /// The connection is reset.
    case reset
    /// Sending stops, and the connection stays open.
    case held
  }

  /// The pause before the response.
  package let delay: Duration
  /// The planned end.
  package let ending: Ending
  /// Whether the status line is sent.
  package let hasHead: Bool
  /// Whether the connection can be used again.
  let keepsConnection: Bool

  /// Summarises a plan.
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
  /// Whether the client gets the whole body, and can tell that it is whole.
  fileprivate var sendsWholeBody: Bool {
    guard let rawResponse, rawResponse.actions.contains(.head) else { return self.rawResponse == nil }
    let sent = rawResponse.actions.reduce(0) { count, action in if case .body(let range, _) = action { count + range.count } else { count }
    }
    switch rawResponse.framing {
    case .length(let length): return sent >= length
    case .chunked: return sent >= response.body.count && rawResponse.actions.contains(.bytes(Array("0\r\n\r\n".utf8)))
    case .untilClose: return sent >= response.body.count
    }
  }
}
