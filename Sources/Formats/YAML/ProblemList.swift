/// What is wrong at one place.
package struct Problem: Sendable, Equatable {
  package let place: TextPosition
  /// What is wrong, and what to write instead.
  package let message: String
}

/// What has been found wrong while a text is read; reading goes on to find the rest.
package struct ProblemList: Sendable {
  package private(set) var all: [Problem] = []

  package init() {}

  package mutating func add(_ node: YAMLNode, _ message: String) { add(node.place, message) }

  package mutating func add(_ place: TextPosition, _ message: String) {
    let problem = Problem(place: place, message: message)
    // What stands behind an alias is read once for each.
    if !all.contains(problem) { all.append(problem) }
  }

  /// The value that `read` gives; nil, and its error is noted at the node.
  package mutating func value<Value>(of node: YAMLNode, _ key: String, _ read: () throws(TextSyntaxError) -> Value) -> Value? {
    do {
      return try read()
    } catch {
      add(node, "`\(key)`: \(error)")
      return nil
    }
  }
}
