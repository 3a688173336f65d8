/// The end of a connection, with the bytes before it.
package struct Rest: Sendable, Equatable, CustomStringConvertible {
  /// The bytes that came before the end.
  package let bytes: [UInt8]
  /// Whether the connection ended with a reset.
  package let isReset: Bool

  /// Describes an end.
  package init(_ bytes: [UInt8], isReset: Bool) {
    self.bytes = bytes
    self.isReset = isReset
  }

  /// Describes an end after a text.
  package init(_ text: String, isReset: Bool = false) { self.init(Array(text.utf8), isReset: isReset) }

  package var description: String { "\(String(decoding: bytes.prefix(1_000), as: UTF8.self))\(isReset ? "[reset]" : "[end]")" }
}

/// Why a client could not go on; the numbers are `errno`.
package enum ClientError: Error, Equatable {
  case notConnected(Int32)
  case notSent(Int32)
  case notReceived(Int32)
  case closed
}

/// A response as it came.
package struct WireResponse: Sendable {
  /// The status code; 0 when it is no number.
  package let status: Int
  /// The header lines in their order.
  package let fields: [(name: String, value: String)]
  /// The bytes after the head.
  package var body: [UInt8] = []

  /// Reads a status line and header lines.
  package init(head: String) {
    let lines = head.split(separator: "\r\n", omittingEmptySubsequences: true)
    status = Int(lines[0].split(separator: " ")[1]) ?? 0
    fields = lines.dropFirst().map { line in
      let colon = line.firstIndex(of: ":") ?? line.endIndex
      return (String(line[..<colon]), String(line[colon...].dropFirst().drop(while: \.isWhitespace)))
    }
  }

  /// Returns the value of the first header line of that name.
  package subscript(name: String) -> String? { fields.first { $0.name.lowercased() == name.lowercased() }?.value }

  /// The body as UTF-8.
  package var text: String { String(decoding: body, as: UTF8.self) }
}

extension Rest {
  /// The status line and the header lines; nil: they did not come whole.
  package var head: WireResponse? {
    blankLine.map { WireResponse(head: String(decoding: bytes[..<$0.upperBound], as: UTF8.self)) }
  }

  /// The bytes after the head, as they came.
  package var body: [UInt8] { blankLine.map { Array(bytes[$0.upperBound...]) } ?? [] }

  private var blankLine: Range<Int>? { bytes.firstRange(of: Array("\r\n\r\n".utf8)) }
}
