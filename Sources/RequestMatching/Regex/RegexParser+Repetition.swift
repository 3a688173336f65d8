internal import Formats

extension RegexParser {
  /// The part with the quantifier behind it, if there is one. Whether it is lazy makes no difference to whether there is a match.
  mutating func repeating(_ part: RegexSyntax) throws(TextSyntaxError) -> RegexSyntax {
    guard let first = rest.first, let (least, most) = try quantifier() else { return part }
    if case .assertion = part {
      throw TextSyntaxError("`\(first)` repeats a place, which takes no room; write it behind a character, or `\\\(first)`")
    }
    if !take("?"), rest.first == "+" {
      throw TextSyntaxError("a `+` behind a repetition gives nothing back; write the repetition without it, or `\\+` for the character")
    }
    if let again = rest.first, "*+?{".unicodeScalars.contains(again) {
      throw TextSyntaxError("`\(again)` repeats a repetition; write one of them, or `\\\(again)` for the character")
    }
    return .repeated(part, least: least, most: most)
  }

  private mutating func quantifier() throws(TextSyntaxError) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    return take("{") ? try counts() : nil
  }

  /// `n}`, `n,}` or `n,m}`.
  private mutating func counts() throws(TextSyntaxError) -> (least: Int, most: Int?) {
    guard let least = try count() else { throw Self.noCount }
    var most: Int? = least
    if take(",") { most = try count() }
    guard take("}") else { throw Self.noCount }
    if let most, most < least {
      throw TextSyntaxError("`{\(least),\(most)}` ends before it begins; write `{\(most),\(least)}`")
    }
    return (least, most)
  }

  private mutating func count() throws(TextSyntaxError) -> Int? {
    var count: Int?
    while let digit = rest.first, digit.isASCII, let value = Character(digit).wholeNumberValue {
      _ = next()
      count = (count ?? 0) * 10 + value
      if let count, count > RegexProgram.longest {
        throw TextSyntaxError("it repeats something more than \(RegexProgram.longest) times; write `+` or `*` for large counts")
      }
    }
    return count
  }

  private static let noCount = TextSyntaxError(
    "`{` begins a count such as `{3}`, `{3,}` or `{3,5}`; write `\\{` for the character")
}
