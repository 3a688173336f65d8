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

  /// Reads a whole number from the query.
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

  /// Reads the body as an object with these keys, JSON or YAML; returns nil when there is no body.
  ///
  /// - Parameters:
  ///   - what: the body's name in messages.
  ///   - read: reads the values, and adds problems.
  func object<Value>(_ what: String, keys: [String], _ read: (YAMLMapping, inout ProblemList) -> Value) throws(AdminRefusal) -> Value? {
    guard !YAMLText.isBlank(body) else { return nil }
    var problems = ProblemList()
    let root: YAMLNode
    do { root = try YAMLText.parse(body, &problems) } catch {
      throw AdminRefusal(DocumentProblems([error.problem], file: "body", bytes: body), in: "the body")
    }
    let value = YAMLMapping(root, what, keys: keys, &problems).map { read($0, &problems) }
    guard let value, problems.all.isEmpty else {
      throw AdminRefusal(DocumentProblems(problems.all, file: "body", bytes: body), in: "the body")
    }
    return value
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
