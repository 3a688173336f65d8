/// Why a URL, or a piece of one, cannot be read, and where.
package struct URLSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Byte offset into the UTF-8 of the text that was given.
  package let offset: Int
  /// What was expected and what was found.
  package let message: String

  /// `offset 3: expected two hexadecimal digits after '%' but found 'z'`.
  package var description: String { "offset \(offset): \(message)" }
}
