/// One part of a pattern beside what the request has there.
package struct PatternComparison: Sendable, Equatable {
  /// `prompt`, `header x-test`, `image.width`.
  package let matcher: String
  package let expected: String
  package let found: String
  /// Whether the request is as asked.
  package let isSame: Bool

  package init(_ parts: Mismatch, isSame: Bool) {
    matcher = parts.matcher
    expected = parts.expected
    found = parts.found
    self.isSame = isSame
  }
}
