/// One request and its response, credentials replaced by `***`.
public struct RecordedRequest: Sendable, Identifiable, CustomStringConvertible {
  /// The two APIs.
  public enum API: String, Sendable, CaseIterable {
    /// Venice.
    case venice
    /// DGrid.
    case dgrid
  }

  /// The endpoints of the APIs.
  public enum Endpoint: String, Sendable, CaseIterable {
    /// The edit of an image.
    case edit
    /// The list of models.
    case models
    /// A picture that a `url` response points to.
    case generated
    /// A path that neither API has.
    case other
  }

  /// What became of the response.
  public enum Delivery: String, Sendable, CaseIterable {
    /// It is still under way.
    case pending
    /// It was sent to its end.
    case complete
    /// It ended early, as a scenario wanted.
    case cut
    /// The client hung up, or the connection broke.
    case clientGone = "client-gone"
  }

  /// One header line.
  public struct Header: Sendable, Equatable {
    /// The name as it was sent.
    public let name: String
    /// The value without blanks around it.
    public let value: String
  }

  /// The response's `x-mock-request-id`.
  public let id: String
  /// The number of the request, counted from 1 in the order in which responses were decided.
  public let order: Int
  /// The session's key; one of more than 24 characters looks real, and is its first four and a digest.
  public let session: String
  /// The API; nil: the path belongs to neither.
  public let api: API?
  /// The endpoint of the API.
  public let endpoint: Endpoint
  /// The method, such as `POST`.
  public let method: String
  /// The path without the query.
  public let path: String
  /// The query without its `?`; empty: there was none.
  public let query: String
  /// The header lines in their order.
  public let headers: [Header]
  /// The fields of the body in their order, repeats kept; none when it could not be read.
  public let fields: [Field]
  /// The model that edits: as sent, or the API's default.
  public let model: String?
  /// The prompt as sent.
  public let prompt: String?
  /// The images that came with it, or that it pointed to.
  public let images: [Image]

  /// Rules that it broke: the response is a refusal, unless a scenario wanted otherwise.
  public let violations: [RuleViolation]
  /// Rules that it bent: it was accepted.
  public let warnings: [RuleViolation]
  /// The scenario that made or changed the response.
  public let scenario: String?
  /// The step of the scenario, counted from 1; nil: a quota.
  public let step: Int?
  /// Why no step of its scenario applied.
  public let nearMiss: String?

  /// The status of the response; nil: there was none.
  public let status: Int?
  /// The header lines of the response in their order.
  public let responseHeaders: [Header]
  /// What became of the response.
  public let delivery: Delivery
  /// The body as it was sent; nil: more than the journal has room for.
  public let body: [UInt8]?
  /// The body of the response before any fault; nil: more than the journal has room for.
  public let responseBody: [UInt8]?
  /// A digest of what is asked for: attempts at the same thing share it, whatever their multipart boundary.
  public let digest: String?
  /// Its line in the mock's log, and one for each rule that it broke or bent.
  public let description: String

  /// Whether a scenario's step made the response: the rules that it broke are then no mistake.
  public var isScripted: Bool { step != nil }

  /// Returns the value of the first header of that name, whatever its case.
  public subscript(header name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }

  /// Returns the value of the last field of that name, as the API takes it.
  public subscript(field name: String) -> Field.Value? { fields.last { $0.name == name }?.value }

  /// One field of the body.
  public struct Field: Sendable, Equatable {
    /// The name as it was sent.
    public let name: String
    /// The value as it was sent.
    public let value: Value

    /// The value of a field; texts can be compared with literals: `request[field: "aspect_ratio"] == "16:9"`.
    public enum Value: Sendable, Equatable, ExpressibleByStringLiteral {
      /// A text.
      case text(String)
      /// A text that is too long to be kept, or a base64 image.
      case longText(bytes: Int)
      /// A number as it was written: `0.50`.
      case number(String)
      /// A JSON boolean.
      case boolean(Bool)
      /// A file of a multipart form.
      case file(name: String, bytes: Int)
      /// Another JSON value: `null`, `array` or `object`.
      case other(type: String)

      /// Creates a text from a literal.
      public init(stringLiteral text: String) { self = .text(text) }
    }
  }

  /// An image of a request.
  public struct Image: Sendable, Equatable {
    /// `png`, `jpeg`, `webp`, `heic`, `avif`, or in words what it is instead.
    public let format: String
    /// The width in pixels; nil: the header cannot be read.
    public let width: Int?
    /// The height in pixels; nil: the header cannot be read.
    public let height: Int?
    /// How the stored picture is turned to be seen, by EXIF's numbers; 1: not at all.
    public let orientation: Int
    /// The width as a viewer shows it; nil: the header cannot be read.
    public let seenWidth: Int?
    /// The height as a viewer shows it; nil: the header cannot be read.
    public let seenHeight: Int?
    /// Whether pixels can be transparent.
    public let hasAlpha: Bool
    /// The size of the file in bytes.
    public let bytes: Int
    /// The SHA-256 of the file in hexadecimal digits.
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
  /// What the rule asks for.
  public let expected: String
  /// What the request has instead.
  public let found: String

  /// One line with rule, path, and what was expected and found.
  public var description: String { "\(rule):\(path.isEmpty ? "" : " \(path):") expected \(expected); found \(found)" }
}
