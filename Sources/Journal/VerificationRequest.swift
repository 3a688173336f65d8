package import Formats
package import RequestMatching

/// The body of `POST /_mock/verify`: expectations of the requests of a session.
///
///     {"session": "test-1", "in-order": true, "expect": [{"when": {"endpoint": "edit"}, "times": 1}]}
package struct VerificationRequest: Sendable {
  /// The session; nil stands for all sessions.
  package var session: String?
  /// Whether each expectation counts only requests after those of the one before.
  package var isInOrder = false
  /// The expectations, in their order.
  package var expectations: [Expectation] = []

  /// Returns a request with these expectations.
  package init(session: String? = nil, isInOrder: Bool = false, expectations: [Expectation]) {
    self.session = session
    self.isInOrder = isInOrder
    self.expectations = expectations
  }

  private static let keys = ["session", "in-order", "expect"]
  private static let expectationKeys = ["when", "times", "at-least", "at-most"]
  /// The largest number that an expectation can have.
  package static let mostCount = 1_000_000_000

  /// Reads JSON or YAML as strictly as a scenario. Throws all mistakes with their positions.
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
      session = reader["session"].flatMap { $0.isNull ? nil : $0.text("session", "a text", &problems) }
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
      problems.add(reader.position("times"), "`times` says it all; take `at-least` and `at-most` away, or write these instead")
    }
    if let least, let most, least > most {
      problems.add(
        reader.position("at-most"),
        "`at-most` is \(most) and `at-least` is \(least), which no count fits; write the smaller number in `at-least`")
    }
    // Without any number, at least one request must match; with an upper bound alone, none need match.
    return Expectation(pattern, when: when.json, atLeast: times ?? least ?? (most == nil ? 1 : 0), atMost: times ?? most)
  }

  /// Replaces the redacted names of sessions by their names.
  package mutating func resolveSessions(_ resolve: (String) -> String) {
    session = session.map(resolve)
    for index in expectations.indices {
      let pattern = expectations[index].pattern
      if case .exact(let text)? = pattern.session { expectations[index].pattern.session = .exact(resolve(text)) }
      if case .exact(let text)? = pattern.key { expectations[index].pattern.key = .exact(resolve(text)) }
    }
  }
}

/// How many requests of a session should match a pattern.
package struct Expectation: Sendable {
  /// The pattern of the requests that count.
  package var pattern: RequestPattern
  /// The pattern as it was written.
  package let when: JSONOutput
  /// The lower bound.
  package let atLeast: Int
  /// The upper bound; nil when there is none.
  package let atMost: Int?

  /// Returns an expectation of `atLeast` to `atMost` matching requests.
  package init(_ pattern: RequestPattern, when: JSONOutput, atLeast: Int, atMost: Int?) {
    self.pattern = pattern
    self.when = when
    self.atLeast = atLeast
    self.atMost = atMost
  }

  func allows(_ count: Int) -> Bool { count >= atLeast && atMost.map { count <= $0 } ?? true }

  /// The numbers in words: `exactly 1`, `at least 2`, `2 to 4`.
  package var counts: String {
    switch (atLeast, atMost) {
    case (let least, let most?) where least == most: "exactly \(least)"
    case (0, let most?): "at most \(most)"
    case (let least, let most?): "\(least) to \(most)"
    case (let least, nil): "at least \(least)"
    }
  }
}
