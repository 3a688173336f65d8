/// Why a text is not base64, and where.
package struct Base64Error: Error, Sendable, Equatable, CustomStringConvertible {
  /// Byte offset of the character; the length of the text where it ended too early.
  package let offset: Int
  /// `expected a base64 character but found '!'`.
  package let message: String

  /// `offset 12: expected a base64 character but found '!'`.
  package var description: String { "offset \(offset): \(message)" }
}
