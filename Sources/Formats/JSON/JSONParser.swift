/// Parses bytes to a ``JSONValue`` with a stack of its own: the depth of a text never becomes the depth of calls.
struct JSONParser {
  let bytes: [UInt8]
  let limits: JSONLimits
  var offset = 0
  private var valueCount = 0
  private var open: [JSONOpenContainer] = []

  init(bytes: [UInt8], limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func parse() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error("expected a value but found a UTF-8 byte order mark") }
    while true {
      guard let value = try nextValue() else { continue }
      guard let root = try hand(upward: value) else { continue }
      skipWhitespace()
      guard offset == bytes.count else { throw error(expected: "the end of the text") }
      return root
    }
  }

  /// Reads a scalar or an empty container; nil when a container was opened whose first value comes next.
  private mutating func nextValue() throws(JSONError) -> JSONValue? {
    skipWhitespace()
    guard valueCount < limits.values else { throw error("expected at most \(limits.values) values but found one more") }
    valueCount += 1
    switch peek {
    case UInt8(ascii: "{"): return try openObject()
    case UInt8(ascii: "["): return try openArray()
    case UInt8(ascii: "\""): return .string(try string())
    case let byte? where byte == UInt8(ascii: "-") || byte.isASCIIDigit: return .number(try number())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw error(expected: "a value")
    }
  }

  private mutating func openArray() throws(JSONError) -> JSONValue? {
    try goDeeper()
    if take(UInt8(ascii: "]")) { return .array([]) }
    open.append(.array([]))
    return nil
  }

  private mutating func openObject() throws(JSONError) -> JSONValue? {
    try goDeeper()
    if take(UInt8(ascii: "}")) { return .object(JSONObject(members: [])) }
    let (key, start) = try memberName(orCloser: true)
    open.append(.object([], key: key, keyOffset: start))
    return nil
  }

  private mutating func goDeeper() throws(JSONError) {
    guard open.count < limits.depth else {
      throw error("expected at most \(limits.depth) arrays and objects inside of each other but found one more")
    }
    offset += 1
    skipWhitespace()
  }

  /// Hands a finished value to the container it is in, closing those that end after it; returns the root when none is left.
  private mutating func hand(upward finished: JSONValue) throws(JSONError) -> JSONValue? {
    var value = finished
    while let innermost = open.indices.last {
      open[innermost].take(value)
      skipWhitespace()
      if take(UInt8(ascii: ",")) {
        guard open[innermost].isObject else { return nil }
        skipWhitespace()
        let (key, start) = try memberName(orCloser: false)
        open[innermost].expect(key: key, offset: start)
        return nil
      }
      guard take(open[innermost].closer) else { throw error(expected: open[innermost].isObject ? "',' or '}'" : "',' or ']'") }
      value = open.removeLast().value
    }
    return value
  }

  /// Reads `"key" :` up to the value.
  private mutating func memberName(orCloser: Bool) throws(JSONError) -> (String, Int) {
    let start = offset
    guard peek == UInt8(ascii: "\"") else { throw error(expected: orCloser ? "a key in double quotes or '}'" : "a key in double quotes") }
    let key = try string()
    skipWhitespace()
    guard take(UInt8(ascii: ":")) else { throw error(expected: "':'") }
    let raw = key.hasEscapes ? JSONEscapes.unescaped(bytes, in: key.rawRange)[...] : bytes[key.rawRange]
    return (String(decoding: raw, as: UTF8.self), start)
  }

  /// The next byte, nil at the end.
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Steps over `byte` if it is the next one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  mutating func skipWhitespace() { while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 } }

  /// Returns the error of having found something else here than `expectation`.
  func error(expected expectation: String) -> JSONError { error("expected \(expectation) but found \(bytes.span.found(at: offset))") }

  func error(_ message: String) -> JSONError { JSONError(offset: offset, in: bytes.span, message: message) }
}

/// An array or object whose end has not come yet.
enum JSONOpenContainer {
  case array([JSONValue])
  case object([JSONObject.Member], key: String, keyOffset: Int)

  var isObject: Bool { if case .object = self { true } else { false } }

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

  mutating func expect(key: String, offset: Int) {
    guard case .object(let members, _, _) = consume self else {
      self = .array([])
      return
    }
    self = .object(members, key: key, keyOffset: offset)
  }
}
