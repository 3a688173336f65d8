internal import Formats
internal import HTTPMessage
internal import Scenarios

/// One request to `/_mock`, as far as routes look at it.
struct AdminCall: Sendable {
  let method: String
  /// What the path has at the places that a route leaves open.
  let segments: [String]
  let query: QueryString
  let body: [UInt8]
  /// `http://HOST:PORT`, as the request itself named it.
  let url: String

  /// An item of the query; one without a value counts, for a session may have an empty name.
  func item(_ name: String) -> String? { query[name] }

  /// A whole number from the query.
  func count(_ name: String, in range: ClosedRange<Int>) throws(AdminRefusal) -> Int? {
    guard let text = query[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw AdminRefusal(400, "`\(name)` is '\(text.prefix(60))'; write a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// One of some words from the query.
  func word<Word: RawRepresentable & CaseIterable>(_ name: String, of type: Word.Type) throws(AdminRefusal) -> Word?
  where Word.RawValue == String {
    guard let text = query[name] else { return nil }
    guard let word = Word(rawValue: text) else {
      throw AdminRefusal(400, "`\(name)` is '\(text.prefix(60))'; write \(type.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  /// What `read` takes from the body, which is an object with these keys; nil: there is no body.
  func object<Value>(
    _ what: String, keys: [String], _ read: (YAMLMapping, inout ProblemList) -> Value
  ) throws(AdminRefusal) -> Value? {
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
  /// The text of a key, which may be empty; nil: it is not there, or null.
  func text(_ key: String, _ hint: String, _ problems: inout ProblemList) -> String? {
    guard let node = self[key], !node.isNull else { return nil }
    return node.text(key, hint, &problems)
  }
}
