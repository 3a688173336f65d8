internal import CYAML

/// Why libyaml cannot go on, in its own words.
package struct YAMLFailure: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A character that may stand nowhere.
    case character
    /// Characters that are no YAML together.
    case grammar
    case memory
  }

  package let kind: Kind
  package let problem: String
  /// What was being read.
  package let context: String?
  package let place: YAMLMark
}

extension YAMLFailure {
  /// The error of a parser that read `text`.
  init(_ parser: borrowing yaml_parser_t, _ text: UnsafeRawBufferPointer) {
    let words = unsafe parser.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.context.map { unsafe String(cString: $0) }
    switch unsafe parser.error {
    case YAML_MEMORY_ERROR:
      self.init(kind: .memory, problem: "there is not enough memory", context: nil, place: YAMLMark(unsafe parser.mark))
    case YAML_READER_ERROR:
      // The reader is ahead of the marks, and says only which byte.
      let place = unsafe YAMLMark(of: parser.problem_offset, in: text)
      self.init(kind: .character, problem: words ?? "this character cannot be read", context: context, place: place)
    default:
      let place = YAMLMark(unsafe parser.problem_mark)
      self.init(kind: .grammar, problem: words ?? "this cannot be read", context: context, place: place)
    }
  }
}

extension YAMLMark {
  init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1) }
}
