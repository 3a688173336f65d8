/// A JSON value to be written, its members in the order in which they are given.
package enum JSONOutput: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// Printed as JavaScript prints it; infinities and NaN become `null`.
  case double(Double)
  /// A number that is already text, written as it is.
  case number(lexeme: String)
  case string(String)
  /// A string of printable ASCII without `"` and `\`, such as base64: copied in one piece, not looked at.
  case ascii([UInt8])
  case array([JSONOutput])
  case object([(String, JSONOutput)])

  /// Returns the text, or null.
  package static func optional(_ text: String?) -> JSONOutput { text.map(JSONOutput.string) ?? .null }

  /// Returns the number, or null.
  package static func optional(_ number: Int?) -> JSONOutput { number.map(JSONOutput.int) ?? .null }

  /// Returns the text, byte for byte what `JSON.stringify(value, null, indent)` gives: with an indent over several lines.
  package func serialized(indent: Int = 0) -> [UInt8] {
    var writer = JSONWriter(indent: indent > 0 ? indent : nil, capacity: sizeHint)
    writer.write(self, depth: 0)
    return writer.bytes
  }

  /// The text over several lines, indented by two, ending in a line feed.
  package var text: String { String(decoding: serialized(indent: 2), as: UTF8.self) + "\n" }

  /// About the length of the text: spares the growing, and so the copying, around strings of megabytes.
  private var sizeHint: Int {
    switch self {
    case .string(let text): text.utf8.count + 2
    case .ascii(let bytes): bytes.count + 2
    case .array(let elements): elements.reduce(2) { $0 + 1 + $1.sizeHint }
    case .object(let members): members.reduce(2) { $0 + 4 + $1.0.utf8.count + $1.1.sizeHint }
    case .null, .bool, .int, .double, .number: 16
    }
  }
}

/// Literals: `["type": "object", "required": ["id"], "maxProperties": 1, "additionalProperties": false]`.
///
/// There is no literal for null but `.null`: `nil` would be taken for one where an optional value is meant.
extension JSONOutput: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string.
  package init(stringLiteral text: String) { self = .string(text) }
  /// A whole number.
  package init(integerLiteral number: Int) { self = .int(number) }
  /// `true` or `false`.
  package init(booleanLiteral flag: Bool) { self = .bool(flag) }
  /// An array.
  package init(arrayLiteral elements: JSONOutput...) { self = .array(elements) }
  /// An object: members in the order in which they are written, repeated keys kept.
  package init(dictionaryLiteral members: (String, JSONOutput)...) { self = .object(members) }
}

extension JSONDocument {
  /// Returns a parsed value ready to be written again: numbers as they were sent, repeated keys kept.
  package func output(of value: JSONValue) -> JSONOutput {
    switch value {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .number(let number): .number(lexeme: number.lexeme)
    case .string(let string): .string(text(of: string))
    case .array(let elements): .array(elements.map(output(of:)))
    case .object(let object): .object(object.members.map { ($0.key, output(of: $0.value)) })
    }
  }
}

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
