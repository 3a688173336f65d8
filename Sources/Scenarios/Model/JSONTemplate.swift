internal import Formats

/// JSON whose strings are templates.
package indirect enum JSONTemplate: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As it is written.
  case number(String)
  case string(Template)
  case array([JSONTemplate])
  case object([Member])

  /// A key of an object and its value.
  package struct Member: Sendable, Equatable {
    package let key: String
    package let value: JSONTemplate

    /// Makes a member.
    package init(key: String, value: JSONTemplate) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONTemplate {
  /// Reads any value of the file.
  ///
  /// What is not in quotes and is a number, boolean or null of JSON is that; all else is text with placeholders.
  init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    switch node.content {
    case .scalar(let text, let isPlain):
      if isPlain, let value = Self.bare(text) {
        self = value
      } else {
        guard let template = node.template("json", &problems) else { return nil }
        self = .string(template)
      }
    case .list(let elements):
      let values = elements.map { JSONTemplate(reading: $0, &problems) }
      guard !values.contains(where: { $0 == nil }) else { return nil }
      self = .array(values.compactMap(\.self))
    case .mapping(let members):
      let values = members.map { member in JSONTemplate(reading: member.value, &problems).map { Member(key: member.key, value: $0) } }
      guard !values.contains(where: { $0 == nil }) else { return nil }
      self = .object(values.compactMap(\.self))
    }
  }

  private static func bare(_ text: String) -> JSONTemplate? {
    switch text {
    case "~", "null", "": .null
    case "true": .bool(true)
    case "false": .bool(false)
    default: text.isJSONNumber ? .number(text) : nil
    }
  }
}

extension String {
  /// Whether it is a number as RFC 8259 has it.
  fileprivate var isJSONNumber: Bool {
    var rest = utf8[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: \.isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix(while: \.isDigit)
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count + 1)
    }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard !rest.isEmpty, rest.allSatisfy(\.isDigit) else { return false }
      return true
    }
    return rest.isEmpty
  }
}

extension UInt8 { fileprivate var isDigit: Bool { 0x30...0x39 ~= self } }
