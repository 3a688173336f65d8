package import Contract
package import HTTPMessage
package import RequestMatching
package import Support

/// What one request came to: for the log, the journal and everything that is read from it.
package struct RequestRecord: Sendable {
  package let id: String
  package let head: RequestHead
  package let session: SessionName
  /// nil: its path belongs to neither API.
  package let api: API?
  package let endpoint: RequestFacts.Endpoint
  /// Of the answer; nil: there was none.
  package var status: Int?
  /// Rules that were broken; the answer is a refusal.
  package var violations: [Violation] = []
  /// Rules that were bent; the request was accepted.
  package var warnings: [Violation] = []
  /// What scenarios and verification look at, its form without the body; nil: no scenario would have looked at it, or nothing is kept.
  package var facts: RequestFacts?
  package var images: [RequestImage] = []
  /// The scenario that had a hand in the answer.
  package var script: ScenarioTrace?
  /// The scenario that it went through, and that left it alone.
  package var passedBy: UnmatchedScenario?
  /// nil: there was no answer.
  package var delivery: DeliveryNotes?
  /// How a request that ended before it was whole ended.
  package var abandonment: Intake.Abandonment?
  package var times: RequestTimes
  /// Wall clock, in milliseconds, when its headers were in.
  package var unixMilliseconds = 0
  /// How far the clock of quotas had been moved on by hand, and what Unix time in milliseconds it told.
  package var advanced = Duration.zero
  package var clockMilliseconds = 0
  /// Whatever came of it; nil: it was not kept.
  package var body: [UInt8]?
  package var bodyCount = 0
  /// nil: there was no answer.
  package var response: Response?
  /// The same for attempts at the same thing; nil: nothing is kept.
  package var digest: SHA256Digest?

  package init(
    id: String, head: RequestHead, session: SessionName? = nil, api: API?, endpoint: RequestFacts.Endpoint, times: RequestTimes
  ) {
    self.id = id
    self.head = head
    self.api = api
    self.endpoint = endpoint
    self.times = times
    self.session = session ?? SessionName(head)
  }

  /// Whether there is no body that could be kept; of one that was refused by its head and comes in chunks nobody knows the length.
  package var hasNoBody: Bool { bodyCount == 0 && (times.received != nil || head.headers["transfer-encoding"] == nil) }

  package var scenario: String? { script?.scenario }
  package var step: Int? { script?.step }

  /// Whether a scenario wanted the violations: they are then nobody's mistake.
  package var isScripted: Bool { step != nil }

  /// Whether the request broke a rule that no scenario wanted broken.
  package var isRefused: Bool { !violations.isEmpty && !isScripted }

  /// Why the scenario that it went through left it alone.
  package var nearMiss: String? {
    guard let passedBy, let facts else { return nil }
    return NearMiss(passedBy.steps, facts).map { miss in
      let text = miss.text(showing: { Redaction.found($1, by: $0, session: session.shown) })
      return "scenario \(passedBy.name): no step; \(text)"
    }
  }

  /// One line for the request, and one for each rule it broke or bent.
  ///
  /// - Parameter explainsMiss: whether it says why a scenario left it alone, which takes a look at the scenario's steps.
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

extension String {
  fileprivate var shortForLog: String { String(prefix(120)).printable }

  /// Control characters replaced: a client's text must neither forge log lines nor drive a terminal.
  package var printable: String {
    let isPlain = utf8.allSatisfy { $0 >= 32 && $0 < 127 }
    return isPlain ? self : String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "·" : $0 }))
  }
}
