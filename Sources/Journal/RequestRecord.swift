package import Contract
package import HTTPMessage
package import RequestMatching
package import Support

/// One request and its outcome: the source of the log, the journal and every report.
package struct RequestRecord: Sendable {
  /// The `x-mock-request-id` of the response.
  package let id: String
  /// Method, path, query and headers.
  package let head: RequestHead
  /// The session that the request belongs to.
  package let session: SessionName
  /// The API of the path; nil for other paths.
  package let api: API?
  /// The kind of endpoint; `other` for foreign paths.
  package let endpoint: RequestFacts.Endpoint
  /// The status of the response; nil when no status line was sent.
  package var status: Int?
  /// The rules that the request broke; the response is then a refusal.
  package var violations: [Violation] = []
  /// The rules that the request bent; it was accepted.
  package var warnings: [Violation] = []
  /// What scenarios and verification match; nil when no scenario would see the request, or nothing is kept.
  package var facts: RequestFacts?
  /// The images that were decoded.
  package var images: [RequestImage] = []
  /// What a scenario had to do with the response; nil when it had no part in it.
  package var trace: ScenarioTrace?
  /// The scenario of the request, if none of its steps matched.
  package var unmatchedScenario: UnmatchedScenario?
  /// How the response is delivered; nil when there is none.
  package var delivery: DeliveryNotes?
  /// How the request ended, if it ended before it was complete.
  package var abandonment: Intake.Abandonment?
  /// When the request reached each stage.
  package var times: RequestTimes
  /// The Unix time in milliseconds at which the headers were complete.
  package var unixMilliseconds = 0
  /// How far the mock's clock had been advanced by hand.
  package var advanced = Duration.zero
  /// The Unix time in milliseconds by the mock's clock.
  package var clockMilliseconds = 0
  /// The body as far as it was sent; nil when it is not kept.
  package var body: [UInt8]?
  /// The size of the body in bytes, also of one that is not kept.
  package var bodyCount = 0
  /// The response; nil when there is none, or nothing is kept.
  package var response: Response?
  /// Equal for attempts at the same thing (`RequestDigest`); nil when nothing is kept.
  package var digest: SHA256Digest?

  /// Returns a record without an outcome; its session is the one that the head names.
  package init(id: String, head: RequestHead, api: API?, endpoint: RequestFacts.Endpoint, times: RequestTimes) {
    self.id = id
    self.head = head
    self.api = api
    self.endpoint = endpoint
    self.times = times
    session = SessionName(head)
  }

  /// Tells whether the request had no body. Of a chunked request that was refused by its head, the length is unknown.
  package var hasNoBody: Bool { bodyCount == 0 && (times.received != nil || head.headers["transfer-encoding"] == nil) }
  /// The name of the scenario that had a part in the response.
  package var scenario: String? { trace?.scenario }
  /// The scenario's step that responded, counted from 1.
  package var step: Int? { trace?.step }
  /// Tells whether a scenario's step responded: violations are then not the client's mistake.
  package var isScripted: Bool { step != nil }
  /// Tells whether the request broke a rule, and no scenario's step responded.
  package var isRefused: Bool { !violations.isEmpty && !isScripted }

  /// Why no step of the request's scenario matched it; nil when one did, or there was no scenario.
  package var nearMiss: String? {
    guard let unmatchedScenario, let facts else { return nil }
    return NearMiss(unmatchedScenario.steps, facts).map { miss in
      let text = miss.text(showing: { Redaction.found($1, by: $0, session: session.shown) })
      return "scenario \(unmatchedScenario.name): no step; \(text)"
    }
  }

  /// Returns one line about the request, and one for each rule that it broke or bent.
  ///
  /// To explain why no step of the scenario matched takes time: the request is compared with the steps again.
  package func text(explainsMiss: Bool) -> String {
    let miss = explainsMiss ? nearMiss.map { " (\($0.printable))" } ?? "" : ""
    let script = scenario.map { " (scenario \($0)\(step.map { ", step \($0)" } ?? ""))" } ?? miss
    let mark = (violations.isEmpty ? "" : " refused") + script
    let outcome = status.map(String.init) ?? abandonment.map { $0.isCut ? "cut" : "client gone" } ?? "no answer"
    return
      (["\(head.method.shortForLog) \(head.path.shortForLog) \(outcome)\(mark)"] + violations.map { "  \("\($0)".printable)" }
      + warnings.map { "  warning: \("\($0)".printable)" }).joined(separator: "\n")
  }
}

/// When a request reached each stage, by the service's stopwatch; nil for stages that it did not reach.
package struct RequestTimes: Sendable, Equatable {
  /// The headers were complete.
  package var arrived: Duration
  /// The body was complete.
  package var received: Duration?
  /// The contract had been checked.
  package var validated: Duration?
  /// The response was made, and its image drawn.
  package var rendered: Duration?
  /// The request ended before it was complete.
  package var ended: Duration?

  /// Returns the times of a request that has just arrived.
  package init(arrived: Duration) { self.arrived = arrived }
}

/// An image that a request contained or linked to.
package struct RequestImage: Sendable {
  /// Format, size and defects.
  package let facts: ImageFacts
  /// The digest of the image's file.
  package let digest: SHA256Digest

  /// Returns an image with the digest of its file.
  package init(_ facts: ImageFacts, _ digest: SHA256Digest) {
    self.facts = facts
    self.digest = digest
  }
}

extension SubmittedForm {
  /// Longer texts, in bytes, are not kept without the body that contains them.
  static let longestTextWithoutBody = 4_096

  /// The form without its body. Long values lose their checksums, too: the digest has been computed before.
  var withoutBody: SubmittedForm { detached(textsUpTo: Self.longestTextWithoutBody, checksum: nil) }
  /// The form without its body, for a body that is too large to be kept until the request is recorded.
  package var withoutLongBody: SubmittedForm { detached(textsUpTo: TextPattern.longestText) { Fingerprint($0, in: $1).checksum } }
}

extension String {
  fileprivate var shortForLog: String { String(prefix(120)).printable }

  /// The text with control characters replaced: a client's text must neither forge log lines nor control a terminal.
  package var printable: String {
    let isPlain = utf8.allSatisfy { $0 >= 32 && $0 < 127 }
    return isPlain ? self : String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "·" : $0 }))
  }
}

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
