/// Why a request does not fit a pattern: the first part that failed.
package struct Mismatch: Sendable, Equatable {
  /// `prompt`, `header x-test`, `image.width`, `nth`.
  package let matcher: String
  package let expected: String
  package let found: String

  package init(matcher: String, expected: String, found: String) {
    self.matcher = matcher
    self.expected = expected
    self.found = found
  }
}
