/// Why a file is not a fixture: where, and what to write instead.
package struct FixtureError: Error, Sendable, Equatable, CustomStringConvertible {
  package let file: String
  /// 1-based.
  package let line: Int
  /// 1-based, in Unicode scalars.
  package let column: Int
  package let message: String

  package init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// The place as a byte offset into the text; beyond its end stands for the end.
  init(file: String, at offset: Int, of text: [UInt8], _ message: String) {
    var (line, column) = (1, 1)
    for byte in text.prefix(max(0, offset)) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(file: file, line: line, column: column, message: message)
  }

  /// `venice.path.known/accept-edit.json:4:14: …`, as compilers write it.
  package var description: String { "\(file):\(line):\(column): \(message)" }
}
