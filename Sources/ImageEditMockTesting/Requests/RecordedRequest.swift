internal import Contract

/// One request and its answer, credentials replaced by `***`.
public struct RecordedRequest: Sendable, Identifiable, CustomStringConvertible {
  /// The two APIs.
  public enum API: String, Sendable, CaseIterable { case venice, dgrid }

  /// What an API is asked for.
  public enum Endpoint: String, Sendable, CaseIterable {
    case edit, models
    /// A picture that a `url` answer points to.
    case generated
    /// A path that neither API has.
    case other
  }

  /// What became of the answer.
  public enum Delivery: String, Sendable, CaseIterable {
    /// It is still under way.
    case pending
    case complete
    /// Ended before its end, as a scenario wanted.
    case cut
    /// The client hung up, or the connection broke.
    case clientGone = "client-gone"
  }

  /// One header line.
  public struct Header: Sendable, Equatable {
    public let name: String
    public let value: String
  }

  /// The answer's `x-mock-request-id`.
  public let id: String
  /// Counted from 1, in the order in which answers were decided.
  public let order: Int
  /// The session's key; one of more than 24 characters looks real, and is its first four and a digest.
  public let session: String
  /// nil: its path belongs to neither.
  public let api: API?
  public let endpoint: Endpoint
  public let method: String
  /// Without the query.
  public let path: String
  public let query: String
  public let headers: [Header]
  /// The fields of the body in their order, repeats kept; none when it could not be read.
  public let fields: [Field]
  /// The model that edits: as sent, or the API's default.
  public let model: String?
  public let prompt: String?
  /// The images that came with it, or that it pointed to.
  public let images: [Image]

  /// Rules that it broke: the answer is a refusal, unless a scenario wanted otherwise.
  public let violations: [RuleViolation]
  /// Rules that it bent: it was accepted.
  public let warnings: [RuleViolation]
  /// The scenario that had a hand in the answer, and the step, counted from 1; no step: a quota.
  public let scenario: String?
  public let step: Int?
  /// Why the scenario that it went through left it alone.
  public let nearMiss: String?

  /// Of the answer; nil: there was none.
  public let status: Int?
  public let responseHeaders: [Header]
  public let delivery: Delivery
  /// As they were sent and meant; nil: more than the journal has room for.
  public let body: [UInt8]?
  public let responseBody: [UInt8]?
  /// The same for attempts at the same thing, whatever their multipart boundary.
  public let digest: String?
  /// Its line in the mock's log, and one for each rule that it broke or bent.
  public let description: String

  /// Whether a scenario's step answered it: what it broke is then nobody's mistake.
  public var isScripted: Bool { step != nil }

  /// The value of the first header of that name, whatever its case.
  public subscript(header name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }

  /// The value of the last field of that name, as the API takes it.
  public subscript(field name: String) -> Field.Value? { fields.last { $0.name == name }?.value }
}
