/// One rule that one request broke: where, what was expected, and what was found.
package struct Violation: Sendable, Equatable, CustomStringConvertible {
  package let rule: Rule
  /// The field, dotted: `prompt`, `input.messages.0.role`; empty for the request as a whole.
  package let path: String
  package let expected: String
  package let found: String

  package init(rule: Rule, path: String, expected: String, found: String) {
    self.rule = rule
    self.path = path
    self.expected = expected
    self.found = found
  }

  /// One line for a log: `venice.edit.prompt.min-length: prompt: expected …, found … (documented: …)`.
  package var description: String {
    let place = path.isEmpty ? "" : " \(path):"
    return "\(rule.id):\(place) expected \(expected); found \(found) (\(rule.basis.rawValue): \(rule.source))"
  }
}
