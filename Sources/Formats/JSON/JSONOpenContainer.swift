/// An array or object whose end has not come yet.
enum JSONOpenContainer {
  case array([JSONValue])
  case object([JSONObject.Member], key: String, keyOffset: Int)

  var isObject: Bool {
    if case .object = self { true } else { false }
  }

  var closer: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }

  var value: JSONValue {
    switch self {
    case .array(let elements): .array(elements)
    case .object(let members, _, _): .object(JSONObject(members: members))
    }
  }

  /// Adds the next element, or the value of the key that is waiting.
  mutating func take(_ value: JSONValue) {
    // The payload is taken out before it grows, or each append would copy it.
    switch consume self {
    case .array(var elements):
      elements.append(value)
      self = .array(elements)
    case .object(var members, let key, let keyOffset):
      members.append((key, value, keyOffset))
      self = .object(members, key: key, keyOffset: keyOffset)
    }
  }

  /// Notes the key whose value comes next.
  mutating func expect(key: String, offset: Int) {
    guard case .object(let members, _, _) = consume self else {
      self = .array([])
      return
    }
    self = .object(members, key: key, keyOffset: offset)
  }
}
