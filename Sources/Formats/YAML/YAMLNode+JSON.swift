extension YAMLNode {
  /// The value as JSON has it: what has no quotes is a number, a boolean or null where JSON would take it for one.
  package var json: JSONOutput {
    switch content {
    case .list(let elements): .array(elements.map(\.json))
    case .mapping(let members): .object(members.map { ($0.key, $0.value.json) })
    case .scalar(let text, let isPlain): isPlain ? JSONOutput(plain: text) : .string(text)
    }
  }
}

extension JSONOutput {
  fileprivate init(plain text: String) {
    switch text {
    case "", "~", "null": self = .null
    case "true", "false": self = .bool(text == "true")
    default:
      let whole = text.drop { $0 == "-" }.prefix { $0 != "." }
      self = DecimalNumber(text) != nil && (whole == "0" || whole.first != "0") ? .number(lexeme: text) : .string(text)
    }
  }
}
