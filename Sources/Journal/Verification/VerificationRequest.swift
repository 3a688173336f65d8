package import Formats
internal import RequestMatching

/// The question of `POST /_mock/verify`.
package struct VerificationRequest: Sendable {
  /// nil: all sessions.
  package var session: String?
  package var isInOrder = false
  package var expectations: [Expectation] = []

  package init(session: String? = nil, isInOrder: Bool = false, expectations: [Expectation]) {
    self.session = session
    self.isInOrder = isInOrder
    self.expectations = expectations
  }

  private static let keys = ["session", "in-order", "expect"]
  private static let expectationKeys = ["when", "times", "at-least", "at-most"]
  /// The most that an expectation can count.
  package static let mostCount = 1_000_000_000

  /// Reads it, JSON or YAML, as strictly as a scenario.
  ///
  /// - Throws: everything that is wrong with it.
  package init(reading bytes: [UInt8]) throws(DocumentProblems) {
    var problems = ProblemList()
    let root: YAMLNode
    guard !YAMLText.isBlank(bytes) else {
      problems.add(
        TextPosition(line: 1, column: 1), "there is no question; write {\"expect\": [{\"when\": {\"endpoint\": \"edit\"}, \"times\": 1}]}")
      throw DocumentProblems(problems.all, file: "the body", bytes: bytes)
    }
    do { root = try YAMLText.parse(bytes, &problems) } catch { throw DocumentProblems([error.problem], file: "the body", bytes: bytes) }
    if let reader = YAMLMapping(root, "the question", keys: Self.keys, &problems) {
      session = reader["session"].flatMap {
        $0.text ?? ($0.isNull ? nil : Self.note($0, "`session` is \($0.kind); write a text", &problems))
      }
      isInOrder = reader["in-order"].flatMap { $0.flag("in-order", &problems) } ?? false
      if let list = reader.required("expect", "the question", "`\"expect\": [{\"when\": {…}, \"times\": 1}]`", &problems) {
        expectations = Self.expectations(list, &problems)
      }
    }
    if !problems.all.isEmpty { throw DocumentProblems(problems.all, file: "the body", bytes: bytes) }
  }

  private static func expectations(_ node: YAMLNode, _ problems: inout ProblemList) -> [Expectation] {
    guard let elements = node.elements, !elements.isEmpty else {
      problems.add(
        node,
        "`expect` is \(node.elements == nil ? node.kind : "an empty list"); write a list of expectations, such as [{\"when\": {\"endpoint\": \"edit\"}, \"times\": 1}]"
      )
      return []
    }
    return elements.compactMap { expectation($0, &problems) }
  }

  private static func expectation(_ node: YAMLNode, _ problems: inout ProblemList) -> Expectation? {
    guard let reader = YAMLMapping(node, "an expectation", keys: expectationKeys, &problems) else { return nil }
    guard let when = reader.required("when", "the expectation", "`\"when\": {\"endpoint\": \"edit\"}`", &problems) else { return nil }
    let pattern = RequestPattern(reading: when, &problems)
    let times = reader["times"].flatMap { $0.count("times", in: 0...mostCount, &problems) }
    let least = reader["at-least"].flatMap { $0.count("at-least", in: 0...mostCount, &problems) }
    let most = reader["at-most"].flatMap { $0.count("at-most", in: 0...mostCount, &problems) }
    if reader["times"] != nil, reader["at-least"] != nil || reader["at-most"] != nil {
      problems.add(reader.place("times"), "`times` says it all; take `at-least` and `at-most` away, or write these instead")
    }
    if let least, let most, least > most {
      problems.add(
        reader.place("at-most"),
        "`at-most` is \(most) and `at-least` is \(least), which no count fits; write the smaller number in `at-least`")
    }
    // Without a number: that there is one. With an upper bound alone: none will do, too.
    return Expectation(pattern, when: when.json, atLeast: times ?? least ?? (most == nil ? 1 : 0), atMost: times ?? most)
  }

  private static func note(_ node: YAMLNode, _ message: String, _ problems: inout ProblemList) -> String? {
    problems.add(node, message)
    return nil
  }
}
