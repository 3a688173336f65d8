internal import Formats

/// Spells a regular expression of JavaScript (with its flag `u`) anew for PCRE2, so that it means to PCRE2 what it means in a browser.
///
/// PCRE2 knows more than JavaScript does, such as `(*LIMIT_MATCH=1)`, callouts and recursion: only what is listed here gets through. What
/// PCRE2 would take for something else (`\v`, `\x4`, a `{` that begins no count) is refused, with what to write instead.
struct PatternTranslator {
  /// Groups within groups.
  static let deepestGroup = 100
  /// Characters and ranges beyond U+00FF, and such as `\w`, in one class: PCRE2 tries them one after the other, within one step.
  static let mostWideMembers = 100
  /// One character that is no line end.
  private static let withinLine = #"[^\n\r\x{2028}\x{2029}]"#

  /// The expression for PCRE2, in UTF-8.
  private(set) var spelling: [UInt8] = []
  /// For each byte of `spelling`, the character of the expression that it stands for, counted from 1.
  private var origins: [Int] = []
  private let length: Int
  private var rest: ArraySlice<Unicode.Scalar>
  private let dotTakesLineEnds: Bool
  private let anchorsAtLines: Bool
  private var depth = 0
  private var previous = Item.none

  /// What a quantifier would repeat.
  private enum Item { case none, assertion, characters, repetition }

  /// Translates a whole expression. Throws what is no JavaScript, or not taken, and what to write instead. Parentheses and group names are
  /// left for PCRE2 to check.
  static func translate(_ pattern: String, flags: String) throws(TextSyntaxError) -> PatternTranslator {
    guard pattern.utf8.count <= RegularExpression.longestExpression else {
      throw TextSyntaxError("it is longer than \(RegularExpression.longestExpression) bytes; write a shorter one, or several in a list")
    }
    var translator = PatternTranslator(pattern, flags)
    while let scalar = translator.next() { try translator.translate(scalar) }
    return translator
  }

  private init(_ pattern: String, _ flags: String) {
    rest = Array(pattern.unicodeScalars)[...]
    length = rest.count
    dotTakesLineEnds = flags.contains("s")
    anchorsAtLines = flags.contains("m")
  }

  /// Returns the character of the expression that PCRE2 read last, counted from 1, when it stopped at an offset of `spelling`.
  func character(before offset: Int) -> Int { origins.prefix(offset).last ?? 1 }

  private mutating func translate(_ scalar: Unicode.Scalar) throws(TextSyntaxError) {
    switch scalar {
    case "(": try openGroup()
    case ")":
      depth -= 1
      emit(")", .characters)
    case "|": emit("|", .none)
    case "[": try characterClass()
    case "]": throw TextSyntaxError("a `]` closes nothing; write `\\]` for the character, or a `[` before it")
    case ".": dot()
    // PCRE2's own notion of a line has other ends.
    case "^": emit(anchorsAtLines ? "(?<!\(Self.withinLine))" : "^", .assertion)
    case "$": emit(anchorsAtLines ? "(?!\(Self.withinLine))" : "$", .assertion)
    case "\\": try escape()
    case "*", "+", "?": try quantify(String(scalar))
    case "{": try quantify(try count())
    default: emit(String(scalar), .characters)
    }
  }

  private mutating func dot() {
    // Where a match begins is not asked for, so `.*sun` is found where `sun` is, and `.+sun` where `.sun` is: without trying each character.
    if depth == 0, previous == .none, let sign = rest.first, sign == "*" || sign == "+" {
      let afterwards = rest.dropFirst(rest.dropFirst().first == "?" ? 2 : 1)
      if afterwards.first.map({ !"*+?{".unicodeScalars.contains($0) }) ?? true {
        rest = afterwards
        if sign == "*" { return }
      }
    }
    emit(dotTakesLineEnds ? "." : Self.withinLine, .characters)
  }

  private mutating func openGroup() throws(TextSyntaxError) {
    depth += 1
    guard rest.first == "?" else { return emit("(", .none) }
    for opening in ["?:", "?=", "?!", "?<=", "?<!"] where take(opening) { return emit("(\(opening)", .none) }
    if take("?>") { throw TextSyntaxError("`(?>` is a group that gives nothing back; write `(?:`") }
    guard take("?<") else {
      throw TextSyntaxError(
        "`(\(Self.shown(rest.prefix(2)))` is no group; write `(`, `(?:`, `(?=`, `(?!`, `(?<=`, `(?<!` or `(?<name>`, and flags behind the expression, as in `/…/i`"
      )
    }
    emit("(?<", .none)
    while let scalar = rest.first, scalar != ")" {
      _ = next()
      emit(String(scalar), .none)
      if scalar == ">" { return }
    }
  }

  private mutating func quantify(_ quantifier: String) throws(TextSyntaxError) {
    let sign = quantifier.prefix(1)
    switch previous {
    case .characters: break
    case .none: throw TextSyntaxError("there is nothing before `\(sign)` to repeat; write `\\\(sign)` for the character")
    case .assertion: throw TextSyntaxError("`\(sign)` repeats a place, which takes no room; write it behind a character, or `\\\(sign)`")
    case .repetition: throw TextSyntaxError("`\(sign)` repeats a repetition; write one of them, or `\\\(sign)` for the character")
    }
    emit(quantifier, .repetition)
    if take("?") {
      emit("?", .repetition)
    } else if rest.first == "+" {
      throw TextSyntaxError("a `+` behind a repetition gives nothing back; write the repetition without it, or `\\+` for the character")
    }
  }

  /// Reads `n}`, `n,}` or `n,m}` behind a `{`.
  private mutating func count() throws(TextSyntaxError) -> String {
    guard previous == .characters else { return "{" }
    let least = takeDigits()
    let most = take(",") ? takeDigits() : nil
    for number in [least, most ?? ""] where !number.isEmpty && (Int(number) ?? .max) > RegularExpression.mostRepetitions {
      throw TextSyntaxError("it repeats something more than \(RegularExpression.mostRepetitions) times; write `+` or `*` for large counts")
    }
    guard let low = Int(least), take("}") else {
      throw TextSyntaxError("`{` begins a count such as `{3}`, `{3,}` or `{3,5}`; write `\\{` for the character")
    }
    if let most, let high = Int(most), high < low {
      throw TextSyntaxError("`{\(low),\(high)}` ends before it begins; write `{\(high),\(low)}`")
    }
    return most.map { "{\(least),\($0)}" } ?? "{\(least)}"
  }

  // MARK: - Text

  private mutating func emit(_ text: String, _ item: Item) {
    emit(text)
    previous = item
  }

  private mutating func emit(_ text: String) {
    spelling += text.utf8
    origins += repeatElement(length - rest.count, count: text.utf8.count)
  }

  private mutating func next() -> Unicode.Scalar? { rest.popFirst() }

  private mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.unicodeScalars) else { return false }
    rest.removeFirst(text.unicodeScalars.count)
    return true
  }

  private mutating func takeDigits() -> String {
    let digits = Self.shown(rest.prefix { ("0"..."9").contains($0) })
    rest.removeFirst(digits.utf8.count)
    return digits
  }

  private static func shown(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

// MARK: - Classes and escapes

extension PatternTranslator {
  /// Characters in PCRE2's spelling; a single one with its value.
  private struct Characters {
    let spelling: String
    let value: UInt32?

    init(_ spelling: String) { (self.spelling, value) = (spelling, nil) }

    init(_ value: UInt32) { (spelling, self.value) = ("\\x{\(String(value, radix: 16))}", value) }
  }

  /// Translates a class, its opening bracket taken. `[]` is no character and `[^]` any one, as in JavaScript.
  private mutating func characterClass() throws(TextSyntaxError) {
    let all = #"\x{0}-\x{10FFFF}]"#
    if take("]") { return emit("[^\(all)", .characters) }
    if take("^]") { return emit("[\(all)", .characters) }
    emit(take("^") ? "[^" : "[")
    var wideMembers = 0
    while !take("]") {
      if take("[:") {
        throw TextSyntaxError("`[:` begins a class by name, which there is not; write `\\w`, `\\d` or `\\s`, or `\\[` for the character")
      }
      let first = try member()
      if first.value ?? .max > 0xFF { wideMembers += 1 }
      guard rest.first == "-", rest.dropFirst().first != "]" else { continue }
      _ = next()
      emit("-")
      let last = try member()
      if last.value ?? .max > 0xFF, first.value ?? .max <= 0xFF { wideMembers += 1 }
      guard let low = first.value, let high = last.value else {
        throw TextSyntaxError("a range in a class goes from one character to another; write `\\-` for the hyphen")
      }
      guard low <= high else {
        let (low, high) = (Self.shown([low].compactMap(Unicode.Scalar.init)), Self.shown([high].compactMap(Unicode.Scalar.init)))
        throw TextSyntaxError("the range `\(low)-\(high)` ends before it begins; write `\(high)-\(low)`")
      }
    }
    guard wideMembers <= Self.mostWideMembers else {
      throw TextSyntaxError(
        "a class has more than \(Self.mostWideMembers) characters beyond `ÿ`; write ranges, or several classes as in `[…]|[…]`")
    }
    emit("]", .characters)
  }

  private mutating func member() throws(TextSyntaxError) -> Characters {
    guard let scalar = next() else { throw TextSyntaxError("a `[` is not closed; write `\\[` for the character, or a `]` behind it") }
    let characters = scalar == "\\" ? try escapedCharacters(inClass: true) : Characters(scalar.value)
    emit(characters.spelling)
    return characters
  }

  /// Translates what stands behind a backslash, outside a class.
  private mutating func escape() throws(TextSyntaxError) {
    if take("b") { return emit("\\b", .assertion) }
    if take("B") { return emit("\\B", .assertion) }
    if rest.starts(with: "k<".unicodeScalars) {
      _ = next()
      return emit("\\k", .characters)
    }
    if rest.first.map({ ("1"..."9").contains($0) }) ?? false { return emit("\\g{\(takeDigits())}", .characters) }
    emit(try escapedCharacters(inClass: false).spelling, .characters)
  }

  private mutating func escapedCharacters(inClass: Bool) throws(TextSyntaxError) -> Characters {
    guard let scalar = next() else { throw TextSyntaxError("it ends with a backslash; write `\\\\` for the character") }
    switch scalar {
    case "d": return Characters(inClass ? "0-9" : "[0-9]")
    case "D": return Characters(inClass ? #"\x{0}-/:-\x{10FFFF}"# : "[^0-9]")
    case "w", "W", "s", "S": return Characters("\\\(scalar)")
    case "t": return Characters(0x09)
    case "n": return Characters(0x0A)
    case "v": return Characters(0x0B)
    case "f": return Characters(0x0C)
    case "r": return Characters(0x0D)
    case "b" where inClass: return Characters(0x08)
    case "0" where rest.first.map { !("0"..."9").contains($0) } ?? true: return Characters(0)
    case "x": return try scalarNumber(digits: 2, "x")
    case "u": return try take("{") ? bracedNumber() : scalarNumber(digits: 4, "u")
    default:
      if let reason = Self.refusal(of: scalar) { throw TextSyntaxError(reason) }
      return Characters(scalar.value)
    }
  }

  /// Returns why there is no such escape; nil for a character that only loses its meaning.
  private static func refusal(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "k", "1"..."9": "`\\\(scalar)` goes back to a group; write `\\1` or `\\k<name>`, outside a class"
    case "p", "P": "`\\\(scalar)` asks for a property of Unicode; write `\\w` for letters, or a range such as `[à-ÿ]`"
    case "A": "`\\A` is no escape; write `^`"
    case "z", "Z": "`\\\(scalar)` is no escape; write `$`"
    case "0": "`\\0` is the character NUL, without digits behind it; write `\\x01` for others"
    case "a"..."z", "A"..."Z": "`\\\(scalar)` is no escape; write `\(scalar)` for the letter"
    default: nil
    }
  }

  private mutating func scalarNumber(digits: Int, _ letter: String) throws(TextSyntaxError) -> Characters {
    let text = Self.shown(rest.prefix(digits))
    guard text.utf8.count == digits, text.allSatisfy(\.isHexDigit), let value = UInt32(text, radix: 16) else {
      throw TextSyntaxError("`\\\(letter)` takes \(digits) hexadecimal digits; write `\\x41` or `\\u0041` for an `A`")
    }
    rest.removeFirst(digits)
    return try Self.checked(value)
  }

  /// Reads the rest of `\u{1F600}`, behind its brace.
  private mutating func bracedNumber() throws(TextSyntaxError) -> Characters {
    let text = Self.shown(rest.prefix { $0 != "}" }.prefix(9))
    rest.removeFirst(text.unicodeScalars.count)
    guard (1...8).contains(text.utf8.count), text.allSatisfy(\.isHexDigit), let value = UInt32(text, radix: 16), take("}") else {
      throw TextSyntaxError("`\\u{` takes hexadecimal digits and a `}`; write `\\u{1F600}` for a face")
    }
    return try Self.checked(value)
  }

  private static func checked(_ value: UInt32) throws(TextSyntaxError) -> Characters {
    guard Unicode.Scalar(value) != nil else {
      throw TextSyntaxError("`\(String(value, radix: 16, uppercase: true))` is no character of Unicode; write such as `\\u{1F600}`")
    }
    return Characters(value)
  }
}
