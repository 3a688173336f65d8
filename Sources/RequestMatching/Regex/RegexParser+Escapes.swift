internal import Formats

extension RegexParser {
  /// What stands behind a backslash, outside a class.
  mutating func escape() throws(TextSyntaxError) -> RegexSyntax {
    if take("b") { return .assertion(.wordBoundary) }
    if take("B") { return .assertion(.noWordBoundary) }
    let set = try escapedSet(inClass: false)
    guard let single = set.single else { return .set(set) }
    return literal(single)
  }

  /// The characters that an escape stands for; the backslash is taken already.
  mutating func escapedSet(inClass: Bool) throws(TextSyntaxError) -> ScalarSet {
    guard let scalar = next() else { throw TextSyntaxError("it ends with a backslash; write `\\\\` for the character") }
    switch scalar {
    case "d": return .digits
    case "D": return .notDigits
    case "w": return ScalarSet(traits: [.word])
    case "W": return ScalarSet(traits: [.notWord])
    case "s": return ScalarSet(traits: [.space])
    case "S": return ScalarSet(traits: [.notSpace])
    default:
      let value = try escapedScalar(scalar, inClass)
      return ScalarSet(ranges: [value...value])
    }
  }

  private mutating func escapedScalar(_ scalar: Unicode.Scalar, _ inClass: Bool) throws(TextSyntaxError) -> UInt32 {
    switch scalar {
    case "t": return 0x09
    case "n": return 0x0A
    case "v": return 0x0B
    case "f": return 0x0C
    case "r": return 0x0D
    case "b" where inClass: return 0x08
    case "0" where rest.first.map { !("0"..."9").contains($0) } ?? true: return 0
    case "x": return try scalarNumber(digits: 2, "x")
    case "u": return try take("{") ? bracedNumber() : scalarNumber(digits: 4, "u")
    default:
      if let reason = Self.refusal(of: scalar) { throw TextSyntaxError(reason) }
      return scalar.value
    }
  }

  /// Why there is no such escape; nil for what only loses its meaning.
  private static func refusal(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "k", "0"..."9": "`\\\(scalar)` goes back to what a group has taken, which takes too long on long texts; write the text out again"
    case "p", "P": "`\\\(scalar)` asks for a property of Unicode; write `\\w` for letters, or a range such as `[à-ÿ]`"
    case "A": "`\\A` is no escape; write `^`"
    case "z", "Z": "`\\\(scalar)` is no escape; write `$`"
    case "a"..."z", "A"..."Z": "`\\\(scalar)` is no escape; write `\(scalar)` for the letter"
    default: nil
    }
  }

  private mutating func scalarNumber(digits: Int, _ letter: String) throws(TextSyntaxError) -> UInt32 {
    let text = String.shown(rest.prefix(digits))
    guard text.utf8.count == digits, text.utf8.allSatisfy(\.isHexDigit), let value = UInt32(text, radix: 16) else {
      throw TextSyntaxError("`\\\(letter)` takes \(digits) hexadecimal digits; write `\\x41` or `\\u0041` for an `A`")
    }
    for _ in 0..<digits { _ = next() }
    return try Self.checked(value)
  }

  /// `1F600}`.
  private mutating func bracedNumber() throws(TextSyntaxError) -> UInt32 {
    let text = String.shown(rest.prefix { $0 != "}" }.prefix(9))
    for _ in text.unicodeScalars { _ = next() }
    guard (1...8).contains(text.utf8.count), text.utf8.allSatisfy(\.isHexDigit), let value = UInt32(text, radix: 16), take("}") else {
      throw TextSyntaxError("`\\u{` takes hexadecimal digits and a `}`; write `\\u{1F600}` for a face")
    }
    return try Self.checked(value)
  }

  private static func checked(_ value: UInt32) throws(TextSyntaxError) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else {
      throw TextSyntaxError("`\(String(value, radix: 16, uppercase: true))` is no character of Unicode; write such as `\\u{1F600}`")
    }
    return scalar.value
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
  }
}
