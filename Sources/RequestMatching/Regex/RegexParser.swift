internal import Formats

/// Reads an expression scalar by scalar; what it cannot take it refuses, with what to write instead.
///
/// The syntax is JavaScript's without what no search in linear time can do: looking around, and going back to what a group has taken.
struct RegexParser {
  /// Groups within groups: each is a call within a call.
  static let deepest = 100

  private(set) var rest: ArraySlice<Unicode.Scalar>
  let ignoresCase: Bool
  let dotTakesLineEnds: Bool
  let anchorsAtLines: Bool
  private var depth = 0

  /// - Throws: what cannot be read, and what to write instead.
  static func parse(_ pattern: String, flags: String) throws(TextSyntaxError) -> RegexSyntax {
    var parser = RegexParser(pattern, flags)
    let syntax = try parser.choice()
    guard parser.rest.isEmpty else { throw TextSyntaxError("a `)` closes nothing; write `\\)` for the character, or a `(` before it") }
    guard syntax.size < RegexProgram.longest else {
      throw TextSyntaxError(
        "it takes more than \(RegexProgram.longest) steps with its repetitions written out; write `+` or `*` for large counts")
    }
    return syntax
  }

  private init(_ pattern: String, _ flags: String) {
    rest = Array(pattern.unicodeScalars)[...]
    ignoresCase = flags.contains("i")
    dotTakesLineEnds = flags.contains("s")
    anchorsAtLines = flags.contains("m")
  }

  /// What stands between two bars, or all when there are none.
  private mutating func choice() throws(TextSyntaxError) -> RegexSyntax {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(TextSyntaxError) -> RegexSyntax {
    var parts: [RegexSyntax] = []
    while let next = rest.first, next != "|", next != ")" {
      let part = try atom()
      parts.append(try repeating(part))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom() throws(TextSyntaxError) -> RegexSyntax {
    guard let next = rest.popFirst() else { return .empty }
    switch next {
    case "(": return try group()
    case "[": return .set(try scalarClass()).simplified
    case "]": throw TextSyntaxError("a `]` closes nothing; write `\\]` for the character, or a `[` before it")
    case ".": return .set(dotTakesLineEnds ? .everything : .withinLine)
    case "^": return .assertion(anchorsAtLines ? .lineStart : .textStart)
    case "$": return .assertion(anchorsAtLines ? .lineEnd : .textEnd)
    case "\\": return try escape()
    case "*", "+", "?", "{":
      throw TextSyntaxError("there is nothing before `\(next)` to repeat; write `\\\(next)` for the character")
    default: return literal(next.value)
    }
  }

  private mutating func group() throws(TextSyntaxError) -> RegexSyntax {
    try groupKind()
    guard depth < Self.deepest else {
      throw TextSyntaxError("groups stand more than \(Self.deepest) deep in groups; write it with fewer parentheses")
    }
    depth += 1
    let inner = try choice()
    depth -= 1
    guard take(")") else { throw TextSyntaxError("a `(` is not closed; write `\\(` for the character, or a `)` behind it") }
    // `(\b)?` may be, unlike `\b?`.
    if case .assertion = inner { return .sequence([inner]) }
    return inner
  }

  /// A character that means itself.
  func literal(_ scalar: UInt32) -> RegexSyntax {
    guard ignoresCase else { return .scalar(scalar) }
    let family = CaseFolding.family(of: scalar)
    return family.count == 1 ? .scalar(scalar) : .set(ScalarSet(ranges: family.map { $0...$0 }).merged)
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  mutating func next() -> Unicode.Scalar? { rest.popFirst() }

  mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.unicodeScalars) else { return false }
    rest.removeFirst(text.unicodeScalars.count)
    return true
  }
}

extension RegexSyntax {
  /// A set of one scalar as that scalar.
  fileprivate var simplified: RegexSyntax {
    if case .set(let set) = self, let single = set.single { .scalar(single) } else { self }
  }
}
