/// Why a header value cannot be read, and where in it.
package struct HeaderSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Byte offset into the header's value.
  package let offset: Int
  /// What was expected and what was found.
  package let message: String

  /// `offset 20: expected '=' but found ';'`.
  package var description: String { "offset \(offset): \(message)" }
}
