package import Formats

/// A regular expression, compiled once; it is searched for anywhere in the text, in time that grows with the text's length and no faster.
///
/// `.` is one Unicode scalar.
package final class RegexPattern: Sendable, Equatable, CustomStringConvertible {
  /// As it was written: `/sun(rise|set)/i`.
  package let description: String
  private let program: RegexProgram

  /// - Parameters:
  ///   - pattern: what stands between the slashes.
  ///   - flags: of `i` (case), `s` (`.` takes line ends) and `m` (`^` and `$` at each line).
  /// - Throws: what cannot be read and what to write instead, or that there is no such flag.
  package init(_ pattern: String, flags: String) throws(TextSyntaxError) {
    if let flag = flags.first(where: { !"ism".contains($0) }) {
      throw TextSyntaxError("`\(flag)` is no flag of a regular expression; write i, s or m, or `\\/` for a text that begins with a slash")
    }
    let syntax: RegexSyntax
    do {
      syntax = try RegexParser.parse(pattern, flags: flags)
    } catch {
      throw TextSyntaxError("the regular expression cannot be read: \(error)")
    }
    program = RegexProgram(syntax)
    description = "/\(pattern)/\(flags)"
  }

  package func matches(_ text: String) -> Bool { search(text).isFound }

  /// Whether it occurs, and how many instructions that took: at most the text's scalars and one, times the program's instructions.
  package func search(_ text: String) -> (isFound: Bool, steps: Int) {
    let bytes = text.utf8.span
    guard let start = program.start(in: bytes, from: 0) else { return (false, 0) }
    var search = RegexSearch(program)
    let isFound = search.finds(in: bytes, from: start)
    return (isFound, search.steps)
  }

  /// How many instructions it has.
  package var instructionCount: Int { program.instructions.count }

  package static func == (left: RegexPattern, right: RegexPattern) -> Bool { left.description.isSame(as: right.description) }
}
