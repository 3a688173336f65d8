internal import Synchronization

/// A regular expression, compiled once; it is searched for anywhere in the text.
///
/// `.` is one Unicode scalar. `Regex` is not Sendable, so one thread at a time uses it.
package final class RegexPattern: Sendable, Equatable, CustomStringConvertible {
  /// As it was written: `/sun(rise|set)/i`.
  package let description: String
  private let regex: Mutex<Regex<AnyRegexOutput>>

  /// - Parameters:
  ///   - pattern: what stands between the slashes.
  ///   - flags: of `i` (case), `s` (`.` takes line ends) and `m` (`^` and `$` at each line).
  /// - Throws: the engine's reason, or that there is no such flag.
  package init(_ pattern: String, flags: String) throws(ScriptSyntaxError) {
    if let flag = flags.first(where: { !"ism".contains($0) }) {
      throw ScriptSyntaxError("`\(flag)` is no flag of a regular expression; write i, s or m, or `\\/` for a text that begins with a slash")
    }
    if NestedRepetition.exists(in: pattern) {
      throw ScriptSyntaxError(
        "the regular expression repeats a repetition, which can take hours; write `a+` for `(a+)+`, or `[^x]*` for `(.*x?)*`")
    }
    do {
      regex = Mutex(try Self.compiled(pattern, flags))
    } catch {
      throw ScriptSyntaxError("the regular expression cannot be read: \(error); write it as Swift's Regex takes it")
    }
    description = "/\(pattern)/\(flags)"
  }

  /// The characters that it begins with, which stand in every text that fits; nil where that cannot be told at a glance.
  var leadingLiteral: String? {
    guard description.hasSuffix("/") else { return nil }
    // With escapes or classes, which bars and parentheses mean what is no matter of a glance.
    if description.contains("|"), description.contains(where: { $0 == "\\" || $0 == "[" }) { return nil }
    var pattern = description.dropFirst().dropLast()
    if pattern.first == "^" { pattern = pattern.dropFirst() }
    var depth = 0
    for character in pattern {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == "|", depth == 0 { return nil }
    }
    let literal = pattern.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " " || $0 == "-") }
    // What comes behind may make the last one optional.
    return pattern.count == literal.count || pattern.dropFirst(literal.count) == "$" ? String(literal) : String(literal.dropLast())
  }

  package func matches(_ text: String) -> Bool {
    // Only an expression with a closure of its own can throw.
    regex.withLock { (try? $0.firstMatch(in: text)) != nil }
  }

  package static func == (left: RegexPattern, right: RegexPattern) -> Bool { left.description == right.description }

  private static func compiled(_ pattern: String, _ flags: String) throws -> sending Regex<AnyRegexOutput> {
    try Regex(pattern)
      .matchingSemantics(.unicodeScalar)
      .ignoresCase(flags.contains("i"))
      .dotMatchesNewlines(flags.contains("s"))
      .anchorsMatchLineEndings(flags.contains("m"))
  }
}
