internal import Formats
internal import HTTPMessage

/// The result of a route.
enum AdminResponse {
  case json(JSONOutput, status: Int = 200)
  /// Bytes of this media type.
  case bytes([UInt8], type: String)

  var response: Response {
    switch self {
    case .json(_, let status): response(status: status)
    case .bytes: response(status: 200)
    }
  }

  /// Returns the HTTP response. Its headers keep it from pages of other origins, content sniffing and caches.
  func response(status: Int) -> Response {
    let (type, body): (String, [UInt8])
    switch self {
    case .json(let value, _): (type, body) = ("application/json", value.serialized() + [0x0A])
    case .bytes(let bytes, let own): (type, body) = (own, bytes)
    }
    let headers = HeaderList([
      HeaderField("content-type", type), HeaderField("cache-control", "no-store"), HeaderField("x-content-type-options", "nosniff"),
      HeaderField("cross-origin-resource-policy", "same-origin"), HeaderField("content-security-policy", "default-src 'none'; sandbox"),
    ])
    return Response(status: status, headers: headers, body: body)
  }
}

/// Why a request to `/_mock` is refused: a status, and what to write instead.
struct AdminRefusal: Error {
  let status: Int
  let message: String
  /// The problems of the body, with their positions.
  private(set) var problems: [DocumentProblem] = []
  private(set) var headers: [HeaderField] = []

  init(_ status: Int = 400, _ message: String, headers: [HeaderField] = []) {
    self.status = status
    self.message = message
    self.headers = headers
  }

  /// - Parameter what: the name of the document in the message.
  init(_ problems: DocumentProblems, in what: String) {
    status = 400
    self.problems = problems.all
    let first = problems.all.first.map { "line \($0.position.line), column \($0.position.column): \($0.message)" } ?? "it cannot be read"
    message = problems.all.count > 1 ? "\(what) has \(problems.all.count) mistakes; the first: \(first)" : "\(what), \(first)"
  }

  /// The refusal as `{"error": …, "problems": […]}`.
  var response: Response {
    var members: [(String, JSONOutput)] = [("error", .string(message))]
    if !problems.isEmpty { members.append(("problems", .array(problems.map(\.json)))) }
    var response = AdminResponse.json(.object(members)).response(status: status)
    for field in headers { response.headers.append(field.name, field.value) }
    return response
  }
}

extension DocumentProblem {
  fileprivate var json: JSONOutput {
    let excerpt = description.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
    return ["line": .int(position.line), "column": .int(position.column), "message": .string(message), "excerpt": .string(excerpt)]
  }
}
