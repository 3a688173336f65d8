/// RFC 8259 production by production: slow, and too plain to be wrong in the same way as the parser.
struct ReferenceJSON {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  /// Arrays and objects inside of each other.
  private(set) var deepest = 0
  private(set) var values = 0
  private(set) var longestNumber = 0

  /// nil when the text is not JSON.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard element(), place == bytes.count else { return nil }
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ wanted: (UInt8) -> Bool) -> Bool {
    guard let next, wanted(next) else { return false }
    place += 1
    return true
  }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool { take { $0 == UInt8(ascii: letter) } }

  private mutating func skipBlanks() { while take({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {} }

  private mutating func element() -> Bool {
    skipBlanks()
    defer { skipBlanks() }
    values += 1
    switch next {
    case UInt8(ascii: "{"): return list("{", "}") { $0.member() }
    case UInt8(ascii: "["): return list("[", "]") { $0.element() }
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return number()
    }
  }

  private mutating func list(_ opener: Unicode.Scalar, _ closer: Unicode.Scalar, _ item: (inout ReferenceJSON) -> Bool) -> Bool {
    guard take(opener) else { return false }
    depth += 1
    deepest = max(deepest, depth)
    defer { depth -= 1 }
    skipBlanks()
    if take(closer) { return true }
    repeat {
      guard item(&self) else { return false }
    } while take(",")
    return take(closer)
  }

  private mutating func member() -> Bool {
    skipBlanks()
    guard string() else { return false }
    skipBlanks()
    return take(":") && element()
  }

  private mutating func word(_ word: StaticString) -> Bool { word.description.unicodeScalars.allSatisfy { take($0) } }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while let byte = next, byte >= 0x20 {
      place += 1
      if byte == UInt8(ascii: "\"") { return true }
      guard byte != UInt8(ascii: "\\") || escape() else { return false }
    }
    return false
  }

  private mutating func escape() -> Bool {
    if take("u") { return (0..<4).allSatisfy { _ in take { Unicode.Scalar($0).properties.isASCIIHexDigit } } }
    return take { "\"\\/bfnrt".utf8.contains($0) }
  }

  private mutating func number() -> Bool {
    let start = place
    _ = take("-")
    guard take("0") || digits(), !take(".") || digits() else { return false }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      guard digits() else { return false }
    }
    longestNumber = max(longestNumber, place - start)
    return true
  }

  private mutating func digits() -> Bool {
    guard take({ 0x30...0x39 ~= $0 }) else { return false }
    while take({ 0x30...0x39 ~= $0 }) {}
    return true
  }
}
