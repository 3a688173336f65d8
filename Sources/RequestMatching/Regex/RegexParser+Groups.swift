internal import Formats

extension RegexParser {
  /// Takes what stands behind an opening parenthesis: nothing, `?:` or `?<name>`.
  mutating func groupKind() throws(TextSyntaxError) {
    guard rest.first == "?", !take("?:") else { return }
    for (beginning, reason) in Self.refused where take(beginning) { throw TextSyntaxError(reason) }
    guard take("?<") else {
      throw TextSyntaxError(
        "`(\(String.shown(rest.prefix(2)))` is no group; write `(`, `(?:` or `(?<name>`, and flags behind the expression, as in `/…/i`")
    }
    try groupName()
  }

  /// What begins a group that looks around or does not give back, and why there is none.
  private static let refused = [
    ("?=", "`(?=` looks ahead, which takes too long on long texts; write both orders, as in `cat.*dog|dog.*cat`, or two steps"),
    ("?!", "`(?!` looks ahead, which takes too long on long texts; write a step before it for what must not be there"),
    ("?<=", "`(?<=` looks back, which takes too long on long texts; write what stands before as part of the expression"),
    ("?<!", "`(?<!` looks back, which takes too long on long texts; write a class such as `[^x]`, or `\\b`, before"),
    ("?>", "`(?>` is a group that gives nothing back; write `(?:`"),
  ]

  private mutating func groupName() throws(TextSyntaxError) {
    var length = 0
    while let scalar = rest.first, ScalarSet.Trait.isWord(scalar.value) {
      _ = next()
      length += 1
    }
    guard length > 0, take(">") else {
      throw TextSyntaxError("the name of a group is letters, digits and `_`; write `(?<name>…)`, or `(` without a name")
    }
  }
}

extension String {
  /// Scalars for a message.
  static func shown(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
