package import Formats
package import RequestMatching

/// What somebody expects of the requests of a session: how many are like this.
package struct Expectation: Sendable {
  package let pattern: RequestPattern
  /// The pattern as it was written.
  package let when: JSONOutput
  package let atLeast: Int
  /// nil: no bound.
  package let atMost: Int?

  package init(_ pattern: RequestPattern, when: JSONOutput, atLeast: Int, atMost: Int?) {
    self.pattern = pattern
    self.when = when
    self.atLeast = atLeast
    self.atMost = atMost
  }

  func allows(_ count: Int) -> Bool { count >= atLeast && atMost.map { count <= $0 } ?? true }

  /// `exactly 1`, `at least 2`, `2 to 4`.
  package var counts: String {
    switch (atLeast, atMost) {
    case (let least, let most?) where least == most: "exactly \(least)"
    case (0, let most?): "at most \(most)"
    case (let least, let most?): "\(least) to \(most)"
    case (let least, nil): "at least \(least)"
    }
  }
}
