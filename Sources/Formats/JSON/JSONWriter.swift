/// Appends values to bytes in the layout of `JSON.stringify`.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let indent: Int?

  init(indent: Int?, capacity: Int) {
    self.indent = indent
    bytes.reserveCapacity(capacity)
  }

  mutating func write(_ value: JSONOutput, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let bool): append(bool ? "true" : "false")
    case .int(let int): append(String(int))
    case .double(let double): append(double.javaScriptText)
    case .number(let lexeme): append(lexeme)
    case .string(let text): quote(text)
    case .ascii(let ascii):
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: ascii)
      bytes.append(UInt8(ascii: "\""))
    case .array(let elements): write(elements, between: "[", "]", depth: depth) { $0.write($1, depth: depth + 1) }
    case .object(let members):
      write(members, between: "{", "}", depth: depth) { writer, member in
        writer.quote(member.0)
        writer.append(writer.indent == nil ? ":" : ": ")
        writer.write(member.1, depth: depth + 1)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], between opener: String, _ closer: String, depth: Int, _ writeItem: (inout JSONWriter, Item) -> Void
  ) {
    append(opener)
    for (index, item) in items.enumerated() {
      if index > 0 { append(",") }
      breakLine(depth: depth + 1)
      writeItem(&self, item)
    }
    if !items.isEmpty { breakLine(depth: depth) }
    append(closer)
  }

  private mutating func breakLine(depth: Int) {
    guard let indent else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent * depth))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) { append(text) } else { for byte in text.utf8 { escape(byte) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    case 0..<0x20: append("\\u00" + byte.hex.lowercased())
    default: bytes.append(byte)
    }
  }
}
