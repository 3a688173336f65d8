internal import CPCRE2
package import Formats
internal import Support
internal import Synchronization

/// A regular expression in JavaScript's spelling, compiled once by PCRE2 and searched for anywhere in a text.
///
///     try RegularExpression("sun(rise|set)", flags: "i").matches("a SUNSET")  // true
///
/// A search goes back to try other ways, which for some expressions takes twice as long with each further character. One that reaches a
/// limit is given up: the text does not match, and a line in the log names the expression. PCRE2's own match limit does not bound a search,
/// since it starts again at each character of the text, and does not count while one repetition runs over the text. So PCRE2 calls back at
/// each item of the expression, and the steps are counted here. There is no JIT: it halves the time of long searches, but makes compiling
/// four times as slow, and knows no memory limit.
///
/// Unchecked because of the pointer: what it points to is not changed after compiling, and is freed with the expression.
@safe package final class RegularExpression: @unchecked Sendable, Equatable, CustomStringConvertible {
  /// What a search found.
  package enum Outcome: Sendable, Equatable {
    case found, notFound
    /// A limit was reached before the search ended.
    case abandoned
  }

  /// Most bytes of an expression: one of them compiles in a millisecond, whatever stands in it.
  package static let longestExpression = 4_000
  /// Most times that a count such as `{3}` repeats something.
  package static let mostRepetitions = 1_000
  /// Most items of the expression that one search tries; the same on every machine.
  package static let stepLimit = 200_000
  /// Most processor time of one search: for the few expressions whose steps are long, such as `[ab]*[cd]`.
  package static let timeLimit = Duration.milliseconds(20)
  /// Most memory for the ways that one search can go back, in bytes.
  package static let memoryLimit = 8 << 20

  /// The expression as it was written: `/sun(rise|set)/i`.
  package let description: String
  private let code: OpaquePointer
  private let lastReport = Mutex<ContinuousClock.Instant?>(nil)

  /// Compiles an expression.
  ///
  /// - Parameters:
  ///   - pattern: the text between the slashes.
  ///   - flags: of `i` (case is ignored), `s` (`.` takes line ends) and `m` (`^` and `$` match at each line).
  /// - Throws: what cannot be read and what to write instead, or that there is no such flag.
  package init(_ pattern: String, flags: String) throws(TextSyntaxError) {
    if let flag = flags.first(where: { !"ism".contains($0) }) {
      throw TextSyntaxError("`\(flag)` is no flag of a regular expression; write i, s or m, or `\\/` for a text that begins with a slash")
    }
    do {
      let translated = try PatternTranslator.translate(pattern, flags: flags)
      unsafe code = try Self.compile(translated, ignoringCase: flags.contains("i"))
    } catch { throw TextSyntaxError("the regular expression cannot be read: \(error)") }
    description = "/\(pattern)/\(flags)"
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// Tells whether the expression occurs in the text; a search that is given up counts as no, and is reported.
  package func matches(_ text: String) -> Bool {
    let outcome = search(text)
    if outcome == .abandoned { report(length: text.utf8.count) }
    return outcome == .found
  }

  /// Searches the text, within the limits.
  package func search(_ text: String) -> Outcome {
    let data = unsafe pcre2_match_data_create_8(1, nil)
    let context = unsafe pcre2_match_context_create_8(nil)
    defer {
      unsafe pcre2_match_data_free_8(data)
      unsafe pcre2_match_context_free_8(context)
    }
    unsafe pcre2_set_heap_limit_8(context, UInt32(Self.memoryLimit >> 10))
    var budget = SearchBudget(length: text.utf8.count)
    var text = text
    let result = unsafe withUnsafeMutablePointer(to: &budget) { budget in
      unsafe pcre2_set_callout_8(context, { unsafe SearchBudget.spend($0, $1) }, budget)
      // A Swift string is valid UTF-8, always.
      return text.withUTF8 { unsafe pcre2_match_8(code, $0.baseAddress, $0.count, 0, PCRE2_NO_UTF_CHECK, data, context) }
    }
    if result >= 0 { return .found }
    return result == PCRE2_ERROR_NOMATCH ? .notFound : .abandoned
  }

  /// Tells whether both were written the same.
  package static func == (left: RegularExpression, right: RegularExpression) -> Bool { left.description.isSame(as: right.description) }
}

/// What one search has used of its limits.
private struct SearchBudget {
  private var steps = 0
  private var position = 0
  private var start: Duration?

  /// - Parameter length: of the text. In a long one even the first steps can take long.
  init(length: Int) { start = length > 4_096 ? Clock.processorTime : nil }

  /// PCRE2's callback at each item of the expression: zero goes on, an error ends the search with it.
  static func spend(_ block: UnsafeMutablePointer<pcre2_callout_block_8>?, _ budget: UnsafeMutableRawPointer?) -> Int32 {
    guard let position = unsafe block?.pointee.current_position, let budget = unsafe budget?.assumingMemoryBound(to: SearchBudget.self)
    else { return PCRE2_ERROR_CALLOUT }
    return unsafe budget.pointee.allowsStep(to: position) ? 0 : PCRE2_ERROR_MATCHLIMIT
  }

  /// Reading the clock takes longer than most steps, so it is read at one in 16, and after those that went far.
  private mutating func allowsStep(to newPosition: Int) -> Bool {
    steps += 1
    let isFar = newPosition > position + 1_024
    position = newPosition
    guard steps <= RegularExpression.stepLimit else { return false }
    guard isFar || steps & 15 == 0 else { return true }
    // The thread's own time, so that a busy machine makes no difference to what matches.
    let now = Clock.processorTime
    guard let start else {
      start = now
      return true
    }
    return now - start < RegularExpression.timeLimit
  }
}

// MARK: - The log

extension RegularExpression {
  private static let log = Mutex<(@Sendable (String) -> Void)?>(nil)

  /// Reports every search that is given up to `log`, one line a minute at most for each expression.
  ///
  /// One log for the process: an expression does not know which server uses it.
  package static func reportAbandonedSearches(to log: @escaping @Sendable (String) -> Void) { Self.log.withLock { $0 = log } }

  private func report(length: Int) {
    let isDue = lastReport.withLock { last in
      let now = ContinuousClock.now
      if let last, now - last < .seconds(60) { return false }
      last = now
      return true
    }
    guard isDue, let log = Self.log.withLock(\.self) else { return }
    log(
      "the search for \(description) in a text of \(length) bytes was given up, and counts as no match: more than \(Self.stepLimit) steps or \(Int(Self.timeLimit / .milliseconds(1))) ms; often a repetition in a repetition is the cause"
    )
  }
}

// MARK: - Compiling

extension RegularExpression {
  private static func compile(_ pattern: PatternTranslator, ignoringCase: Bool) throws(TextSyntaxError) -> OpaquePointer {
    let context = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    unsafe pcre2_set_parens_nest_limit_8(context, UInt32(PatternTranslator.deepestGroup))
    let options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF
      | PCRE2_AUTO_CALLOUT | (ignoringCase ? PCRE2_CASELESS : 0)
    var (error, offset) = (Int32(0), 0)
    let code = unsafe pattern.spelling.withUnsafeBufferPointer {
      unsafe pcre2_compile_8($0.baseAddress, $0.count, options, &error, &offset, context)
    }
    if let code = unsafe code { return unsafe code }
    throw TextSyntaxError(message(for: error) ?? "\(ownMessage(of: error)), at character \(pattern.character(before: offset)) of it")
  }

  /// What is wrong with an expression and what to write instead, for the mistakes that PCRE2 finds and people make.
  private static func message(for error: Int32) -> String? {
    switch error {
    case PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS: "a `(` is not closed; write `\\(` for the character, or a `)` behind it"
    case PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS: "a `)` closes nothing; write `\\)` for the character, or a `(` before it"
    case PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP:
      "groups stand more than \(PatternTranslator.deepestGroup) deep in groups; write it with fewer parentheses"
    case PCRE2_ERROR_PATTERN_TOO_LARGE: "it is too long with its repetitions written out; write `+` or `*` for large counts"
    case PCRE2_ERROR_BAD_SUBPATTERN_REFERENCE:
      "it goes back to a group that there is not; write the number or the name of one of its groups, as in `(a)\\1`"
    case PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH:
      "it looks back over a text of no fixed length; write `(?<=a|bc)` with each text written out"
    case PCRE2_ERROR_SUBPATTERN_NAME_EXPECTED, PCRE2_ERROR_MISSING_NAME_TERMINATOR, PCRE2_ERROR_INVALID_SUBPATTERN_NAME:
      "the name of a group is letters, digits and `_`, a letter first; write `(?<name>…)`, or `(` without a name"
    case PCRE2_ERROR_DUPLICATE_SUBPATTERN_NAME: "two groups have one name; write another name for one of them"
    default: nil
    }
  }

  private static func ownMessage(of error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe buffer.withUnsafeMutableBufferPointer { unsafe pcre2_get_error_message_8(error, $0.baseAddress, $0.count) }
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }
}
