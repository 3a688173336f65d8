/// Requests were not what a test expects: which expectations are not met, and what came nearest.
public struct VerificationFailure: Error, Sendable, CustomStringConvertible {
  /// An expectation that is not met.
  public struct Unmet: Sendable {
    /// Which one it is, counted from 1.
    public let number: Int
    /// The pattern, as JSON.
    public let when: String
    /// `exactly 1`, `at least 2`, `2 to 4`.
    public let expected: String
    /// The ids of the requests that fit.
    public let matched: [String]
    /// One sentence with the counts.
    public let message: String
    /// The id of the request that came nearest; nil: none came.
    public let nearest: String?
    /// What that one has beside what was expected.
    public let comparisons: [Comparison]
  }

  /// One part of a pattern beside what a request has there.
  public struct Comparison: Sendable, Equatable {
    /// `prompt`, `field aspect_ratio`, `image.width`.
    public let part: String
    public let expected: String
    public let found: String
    public let isSame: Bool
  }

  public let unmet: [Unmet]
  /// What the message begins with.
  let summary: String

  public var description: String { ([summary] + unmet.map(\.text)).joined(separator: "\n") }
}

extension VerificationFailure.Unmet {
  fileprivate var text: String {
    let lines = comparisons.map { part in
      part.isSame ? "  = \(part.part): \(part.found)" : "  ≠ \(part.part): expected \(part.expected); found \(part.found)"
    }
    return (["\(number). \(when)", message] + lines).joined(separator: "\n   ")
  }
}
