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

  /// Returns the text without spaces, byte for byte what `JSON.stringify(value)` gives.
  package func serialized() -> [UInt8] {
    var writer = JSONWriter(indent: nil, capacity: sizeHint)
    writer.write(self, depth: 0)
    return writer.bytes
  }

  /// Returns the text over several lines, what `JSON.stringify(value, null, indent)` gives.
  package func serialized(indent: Int) -> [UInt8] {
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
