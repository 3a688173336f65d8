/// How much a YAML text may have, and what in it is refused.
package struct YAMLOptions: Sendable {
  /// Most levels of lists and mappings.
  package var deepestNesting: Int
  /// Most values; an alias counts as everything that it stands for.
  package var mostValues: Int
  /// Whether tags, further documents and keys that are no words are passed over instead of refused.
  package var isLenient: Bool

  /// Makes options; the defaults are for files that are written by hand for this program.
  package init(deepestNesting: Int = 64, mostValues: Int = 100_000, isLenient: Bool = false) {
    self.deepestNesting = deepestNesting
    self.mostValues = mostValues
    self.isLenient = isLenient
  }
}

/// YAML as a tree of texts with positions; JSON is YAML.
///
/// Nothing is resolved: `1:1` and `off` stay what they are.
package enum YAMLText {
  /// Most bytes that `parse` takes.
  package static let largestFile = 1_048_576

  /// Tells whether there is nothing in the text.
  package static func isBlank(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { blanks.contains($0) } }

  private static let blanks = Array(" \t\r\n".utf8)

  /// Reads the one document of a file that is written by hand, and notes the keys that are repeated in it.
  ///
  ///     var problems = ProblemList()
  ///     let root = try YAMLText.parse(Array("name: a".utf8), &problems)
  ///     root.members?.first?.value.text  // "a"
  ///
  /// - Throws: why it is none, with its position.
  package static func parse(_ bytes: [UInt8], _ problems: inout ProblemList) throws(YAMLReadingError) -> YAMLNode {
    try check(bytes)
    guard let root = try compose(bytes, YAMLOptions(), &problems) else {
      throw YAMLReadingError(.start, "there is nothing in it; write `name`, `description` and `steps`")
    }
    return root
  }

  /// Reads a document, of whatever size and encoding; nil when there is none. Throws why it cannot be read, with its position and cause.
  package static func compose(_ bytes: [UInt8], _ options: YAMLOptions, _ problems: inout ProblemList) throws(YAMLReadingError) -> YAMLNode?
  {
    var composer = YAMLComposer(JSONInYAML.readable(bytes), options)
    guard let root = try composer.document() else { return nil }
    for problem in composer.problems.all { problems.add(problem.position, problem.message) }
    return root
  }

  /// Reads a file that is written by hand with a closure that notes what is wrong in it; throws all of that at once.
  package static func read<Value>(
    _ bytes: [UInt8], file: String, _ read: (YAMLNode, inout ProblemList) -> Value?
  ) throws(DocumentProblems) -> Value {
    var problems = ProblemList()
    let root: YAMLNode
    do { root = try parse(bytes, &problems) } catch { throw DocumentProblems([error.problem], file: file, bytes: bytes) }
    guard let value = read(root, &problems), problems.all.isEmpty else {
      throw DocumentProblems(problems.all, file: file, bytes: bytes)
    }
    return value
  }

  private static func check(_ bytes: [UInt8]) throws(YAMLReadingError) {
    guard bytes.count <= largestFile else {
      throw YAMLReadingError(.start, "the file has \(bytes.count) bytes; write at most \(largestFile)")
    }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw YAMLReadingError(.start, "the file begins with a byte order mark; save it as UTF-8 without one")
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let position = TextPosition(of: error.byteOffsets.lowerBound, in: bytes)
      throw YAMLReadingError(position, "this is not UTF-8; save the file as UTF-8")
    }
  }
}

/// Why a text is not YAML at all: nothing else can be said of it then.
package struct YAMLReadingError: Error, Sendable, Equatable {
  /// What the text fails at, for a reader with messages of its own.
  package enum Cause: Sendable, Equatable {
    /// libyaml cannot go on.
    case failure(YAMLFailure)
    /// More levels than the options allow.
    case nesting
    case undefinedAlias(String)
    case other
  }

  /// The message for a file that is written by hand, and its position.
  package let problem: Problem
  /// What the text fails at.
  package let cause: Cause

  init(_ position: TextPosition, _ message: String, _ cause: Cause = .other) {
    problem = Problem(position: position, message: message)
    self.cause = cause
  }

  static func tooDeep(_ position: TextPosition, _ options: YAMLOptions, _ cause: Cause = .nesting) -> YAMLReadingError {
    YAMLReadingError(position, "this is nested more than \(options.deepestNesting) levels deep; write it flatter", cause)
  }

  static func notYAML(_ words: String, _ position: TextPosition, _ cause: Cause = .other) -> YAMLReadingError {
    YAMLReadingError(position, "this is not YAML: \(words); check indentation and quotes", cause)
  }

  /// Says it in libyaml's own words.
  init(_ failure: YAMLFailure, _ options: YAMLOptions) {
    let words = [failure.context, failure.problem].compactMap(\.self).joined(separator: ": ")
    let (position, cause) = (failure.position, Cause.failure(failure))
    switch failure.kind {
    case .memory: self.init(position, "this cannot be read: \(failure.problem); write a shorter file", cause)
    case .character: self.init(position, "this is not YAML: \(failure.problem); take the character out", cause)
    // Newer versions look ahead and have a limit of their own.
    case .grammar where words.contains("nesting level"): self = .tooDeep(position, options, cause)
    case .grammar: self = .notYAML(words, position, cause)
    }
  }
}

/// JSON as YAML can read it: what JSON may have in a string and YAML may not is written otherwise.
///
/// A character outside the basic plane is two escapes in JSON (`\\ud83d\\ude00`, as Python and PHP write it by default), and YAML knows no
/// surrogates. Columns behind such a character on its line count it as one.
enum JSONInYAML {
  /// Rewrites a JSON text; everything that is no JSON, or has nothing of the kind, stays the same.
  static func readable(_ bytes: [UInt8]) -> [UInt8] {
    guard needsRewriting(bytes), (try? JSONDocument(parsing: bytes)) != nil else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      if hasSurrogate(bytes, at: offset) {
        let (scalar, next) = JSONEscapes.scalar(at: offset, of: bytes)
        result += Array(String(scalar).utf8)
        offset = next
      } else if bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count {
        // An escaped backslash is not the beginning of another escape.
        result += bytes[offset...offset + 1]
        offset += 2
      } else if bytes[offset] == 0x7F {
        result += Array("\\u007f".utf8)
        offset += 1
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return result
  }

  private static func needsRewriting(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { !" \t\r\n".utf8.contains($0) }), first == UInt8(ascii: "{") else { return false }
    return bytes.indices.contains { bytes[$0] == 0x7F || hasSurrogate(bytes, at: $0) }
  }

  private static func hasSurrogate(_ bytes: [UInt8], at offset: Int) -> Bool {
    JSONEscapes.codeUnit(at: offset, of: bytes).map { 0xD800...0xDFFF ~= $0 } ?? false
  }
}
