/// Why a text is not JSON, and where.
package struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Byte offset of the first byte that cannot be; the length of the text where it ended too early.
  package let offset: Int
  /// 1-based; a line ends with LF, CR or CR LF.
  package let line: Int
  /// 1-based, in Unicode scalars.
  package let column: Int
  /// `expected ',' or '}' but found 'x'`.
  package let message: String

  init(offset: Int, in bytes: Span<UInt8>, message: String) {
    self.offset = offset
    self.message = message
    var line = 1
    var column = 1
    for index in 0..<min(max(offset, 0), bytes.count) {
      let byte = bytes[index]
      let isInsideBreak = byte == 0x0D && bytes.byte(at: index + 1) == 0x0A
      if byte == 0x0A || byte == 0x0D && !isInsideBreak {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
  }

  /// `line 1, column 8: expected ',' or '}' but found 'x'`.
  package var description: String { "line \(line), column \(column): \(message)" }
}
