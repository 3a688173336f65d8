/// Something that a client did wrong, and no scenario wanted.
public struct Complaint: Sendable, Equatable, CustomStringConvertible {
  /// The id of the rule that was broken or bent, or the name of the finding of conduct: `venice.edit.aspect_ratio.enum`, `gave-up`.
  public let name: String
  /// The ids of the requests.
  public let requests: [String]
  /// What was expected and found, or seen.
  public let says: String

  public var description: String { "\(name): \(says) (\(requests.joined(separator: ", ")))" }
}

/// A client did wrong, or did not do the wrong that a test expects.
public struct ComplaintFailure: Error, Sendable, CustomStringConvertible {
  /// Those that were not expected.
  public let complaints: [Complaint]
  /// Names that were expected, and did not happen.
  public let missing: [String]
  /// Whose requests they are about.
  let title: String

  public var description: String {
    let lines = complaints.map(\.description) + missing.map { "\($0): expected, and did not happen" }
    return "\(title):\n" + lines.map { "  \($0)" }.joined(separator: "\n")
  }
}
