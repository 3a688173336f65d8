internal import Formats
internal import HTTPMessage
internal import Journal
package import MockService
internal import Support
internal import Synchronization

/// A request to `/_mock`, as routes read it.
struct AdminCall: Sendable {
  /// The segments of the path that stand for the route's parameters (`{id}`), in order.
  let segments: [String]
  let query: QueryString
  let body: [UInt8]
  /// The URL of the server as the request names it: `http://HOST:PORT`.
  let url: String

  /// Returns a parameter of the query. It may be empty: a session can have an empty name.
  func item(_ name: String) -> String? { query[name] }

  func count(_ name: String, in range: ClosedRange<Int>) throws(AdminRefusal) -> Int? {
    guard let text = query[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw AdminRefusal(400, "`\(name)` is '\(text.prefix(60))'; write a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Reads one of the words of an enumeration from the query.
  func word<Word: RawRepresentable & CaseIterable>(_ name: String, of type: Word.Type) throws(AdminRefusal) -> Word?
  where Word.RawValue == String {
    guard let text = query[name] else { return nil }
    guard let word = Word(rawValue: text) else {
      throw AdminRefusal(400, "`\(name)` is '\(text.prefix(60))'; write \(type.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  /// Reads the body as an object with these keys, JSON or YAML; nil when there is no body. `what` names the body in messages, `read` reads
  /// the values and adds problems.
  func object<Value>(_ what: String, keys: [String], _ read: (YAMLMapping, inout ProblemList) -> Value) throws(AdminRefusal) -> Value? {
    guard !YAMLText.isBlank(body) else { return nil }
    do {
      return try YAMLText.read(body, file: "body") { root, problems -> Value? in
        YAMLMapping(root, what, keys: keys, &problems).map { read($0, &problems) }
      }
    } catch { throw AdminRefusal(error, in: "the body") }
  }
}

extension YAMLMapping {
  /// Reads the text of a key, which may be empty; returns nil when the key is missing or null.
  func text(_ key: String, _ hint: String, _ problems: inout ProblemList) -> String? {
    guard let node = self[key], !node.isNull else { return nil }
    return node.text(key, hint, &problems)
  }
}

/// The state that the routes of `/_mock` work on.
package final class AdminContext: Sendable {
  let service: MockService
  let version: String
  let started: Duration
  private let apiURL = Mutex<String?>(nil)

  /// - Parameter version: the version of the mock, for `/_mock/health`.
  package init(_ service: MockService, version: String) {
    self.service = service
    self.version = version
    started = Clock.system.now
  }

  /// Sets the URL of the APIs, for a `/_mock` on a port of its own: `http://127.0.0.1:8080`.
  package func serveAPIs(at url: String) { apiURL.withLock { $0 = url } }

  /// Returns the URL of the APIs; they share that of the request if no other was set.
  func mockURL(askedAt url: String) -> String { apiURL.withLock(\.self) ?? url }

  /// Throws a refusal when the journal is switched off: an empty result would look like a good one.
  func requireJournal() throws(AdminRefusal) {
    guard service.journal.isKeeping else {
      throw AdminRefusal(409, "the journal is switched off; start the mock without --journal-requests 0")
    }
  }

  /// Resolves a session's name or redacted name to its name.
  func session(_ name: String?) -> String? { name.map(service.journal.session(called:)) }
}

enum AdminResponse {
  case json(JSONOutput, status: Int = 200)
  /// Bytes of this media type.
  case bytes([UInt8], type: String)

  /// The HTTP response. Its headers keep it from pages of other origins, content sniffing and caches.
  var response: Response {
    let (status, type, body) =
      switch self {
      case .json(let value, let status): (status, "application/json", value.serialized() + [0x0A])
      case .bytes(let bytes, let type): (200, type, bytes)
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
    var response = AdminResponse.json(.object(members), status: status).response
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
