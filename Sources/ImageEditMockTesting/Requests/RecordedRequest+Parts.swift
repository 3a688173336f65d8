internal import Contract

extension RecordedRequest {
  /// One field of the body.
  public struct Field: Sendable, Equatable {
    public let name: String
    public let value: Value

    /// What was in it; texts can be compared with literals: `request[field: "aspect_ratio"] == "16:9"`.
    public enum Value: Sendable, Equatable, ExpressibleByStringLiteral {
      case text(String)
      /// A text that is too long to be kept, or a base64 image.
      case longText(bytes: Int)
      /// As it was written: `0.50`.
      case number(String)
      case boolean(Bool)
      case file(name: String, bytes: Int)
      /// Another JSON value: `null`, `array` or `object`.
      case other(type: String)

      public init(stringLiteral text: String) { self = .text(text) }
    }
  }

  /// An image as it came.
  public struct Image: Sendable, Equatable {
    /// `png`, `jpeg`, `webp`, or in words what it is instead.
    public let format: String
    /// In pixels; nil: the header cannot be read.
    public let width: Int?
    public let height: Int?
    public let hasAlpha: Bool
    public let bytes: Int
    public let sha256: String
    /// What is wrong with the file; nil: it decodes to the end.
    public let defect: String?
  }
}

/// A rule that a request broke or bent.
public struct RuleViolation: Sendable, Equatable, CustomStringConvertible {
  /// The rule's id, as `image-edit-mock rules` lists it.
  public let rule: String
  /// The field, dotted; empty for the request as a whole.
  public let path: String
  public let expected: String
  public let found: String

  public var description: String { "\(rule):\(path.isEmpty ? "" : " \(path):") expected \(expected); found \(found)" }
}
