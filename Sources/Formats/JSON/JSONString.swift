/// Where a string stands in its text, still escaped; ``JSONDocument/text(of:)`` reads it.
package struct JSONString: Sendable, Equatable {
  /// The bytes between the quotes, as sent.
  package let rawRange: Range<Int>
  /// Whether there is a backslash in `rawRange`. Without one the raw bytes are the string.
  package let hasEscapes: Bool
}
