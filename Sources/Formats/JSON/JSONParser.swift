/// Bytes to a ``JSONValue``, with a stack of its own: the depth of a text never becomes the depth of calls.
struct JSONParser {
  let bytes: [UInt8]
  let limits: JSONLimits
  package var offset = 0
  private var valueCount = 0
  private var open: [JSONOpenContainer] = []

  init(bytes: [UInt8], limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func parse() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw error("expected a value but found a UTF-8 byte order mark")
    }
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

  /// Gives a finished value to the container it is in, closing those that end after it; the root when none is left.
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
}
