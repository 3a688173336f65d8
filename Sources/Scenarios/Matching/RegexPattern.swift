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
    do {
      regex = Mutex(try Self.compiled(pattern, flags))
    } catch {
      throw ScriptSyntaxError("the regular expression cannot be read: \(error); write it as Swift's Regex takes it")
    }
    description = "/\(pattern)/\(flags)"
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
