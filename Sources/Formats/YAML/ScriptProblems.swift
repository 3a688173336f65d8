/// What is wrong at one place.
package struct ScriptProblem: Sendable, Equatable {
  package let place: ScriptPlace
  /// What is wrong, and what to write instead.
  package let message: String
}

/// What has been found wrong while a text is read; reading goes on to find the rest.
package struct ScriptProblems: Sendable {
  package private(set) var all: [ScriptProblem] = []

  package init() {}

  package mutating func add(_ node: ScriptNode, _ message: String) { add(node.place, message) }

  package mutating func add(_ place: ScriptPlace, _ message: String) {
    let problem = ScriptProblem(place: place, message: message)
    // What stands behind an alias is read once for each.
    if !all.contains(problem) { all.append(problem) }
  }

  /// The value that `read` gives; nil, and its error is noted at the node.
  package mutating func value<Value>(of node: ScriptNode, _ key: String, _ read: () throws(ScriptSyntaxError) -> Value) -> Value? {
    do {
      return try read()
    } catch {
      add(node, "`\(key)`: \(error)")
      return nil
    }
  }
}
