internal import Formats
internal import Support

/// A pattern of a whole number: one of these ranges.
package struct NumberPattern: Sendable, Equatable, CustomStringConvertible {
  let ranges: [ClosedRange<Int>]
  /// The pattern as it was written.
  package let description: String
}

extension NumberPattern {
  /// Parses `1024`, `512-1024`, `> 5` or `!= 5`; in bytes, also `> 1MB` and `1KiB-64KiB`. Throws what to write instead.
  init(parsing text: String, inBytes: Bool = false) throws(TextSyntaxError) {
    if let (relation, rest) = NumberComparison.split(text) {
      self.init(ranges: Self.ranges(relation, try Self.number(rest, inBytes)), description: text)
      return
    }
    var halves = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { String($0).trimmed }
    // `-1` and `1-` are no ranges; the message shows them as they were written.
    if halves.contains("") { halves = [text] }
    let low = try Self.number(halves[0], inBytes)
    let high = halves.count == 2 ? try Self.number(halves[1], inBytes) : low
    guard low <= high else { throw TextSyntaxError("the range '\(text)' ends before it begins; write `\(halves[1])-\(halves[0])`") }
    self.init(ranges: [low...high], description: text)
  }

  /// Reads a number pattern, or a list of them, of which one must fit.
  init?(reading node: YAMLNode, _ key: String, inBytes: Bool = false, _ problems: inout ProblemList) {
    let expected = "a number (`1024`), a range (`512-1024`), a comparison (`> 5`) or a list of them"
    let patterns = node.alternatives(key, expected, &problems) { text throws(TextSyntaxError) in
      try NumberPattern(parsing: text, inBytes: inBytes)
    }
    guard let patterns else { return nil }
    self.init(
      ranges: patterns.flatMap(\.ranges),
      description: node.elements == nil ? patterns[0].description : "[\(patterns.map(\.description).joined(separator: ", "))]")
  }

  /// Reads a pattern for a quantity of which every image has at least one: its width, height or bytes.
  init?(someOf node: YAMLNode, _ key: String, inBytes: Bool = false, _ problems: inout ProblemList) {
    self.init(reading: node, key, inBytes: inBytes, &problems)
    if !allowsOneOrMore { problems.add(node, "`\(key)` fits no image: none has less than 1; write 1 or more") }
  }

  /// Tells whether the number is in one of the ranges.
  package func matches(_ number: Int) -> Bool { ranges.contains { $0.contains(number) } }

  fileprivate var allowsOneOrMore: Bool { ranges.contains { $0.upperBound >= 1 } }

  /// Tells whether both allow the same, however they are written.
  package static func == (left: NumberPattern, right: NumberPattern) -> Bool { left.ranges == right.ranges }

  private static func ranges(_ relation: NumberComparison.Relation, _ number: Int) -> [ClosedRange<Int>] {
    switch relation {
    case .atLeast: [number...Int.max]
    case .atMost: [0...number]
    case .not: number == 0 ? [1...Int.max] : [0...number - 1, number + 1...Int.max]
    case .over: [number + 1...Int.max]
    case .under: number == 0 ? [] : [0...number - 1]
    }
  }

  private static func number(_ text: String, _ inBytes: Bool) throws(TextSyntaxError) -> Int {
    if inBytes { return try ByteCountText.count(text) }
    guard let number = DecimalNumber(text)?.whole, number <= 1_000_000_000 else {
      throw TextSyntaxError(
        "'\(text)' is no whole number from 0 to 1000000000; write a number (`3`), a range (`1-3`) or a comparison (`>= 5`)")
    }
    return number
  }
}

/// A pattern of a count: which of a session's requests are meant, counted from 1.
package struct CountPattern: Sendable, Equatable, CustomStringConvertible {
  enum Part: Sendable, Equatable {
    case within(NumberPattern)
    /// The multiples of a number: for 3, the requests 3, 6, 9 and so on.
    case every(Int)

    /// Parses what a number pattern may be, and `every 3`.
    init(parsing text: String) throws(TextSyntaxError) {
      guard text.hasPrefix("every ") else {
        self = .within(try NumberPattern(parsing: text))
        return
      }
      let rest = String(text.dropFirst(6)).trimmed
      guard let step = DecimalNumber(rest)?.whole, step > 0, step <= 1_000_000_000 else {
        throw TextSyntaxError("'\(rest)' is no whole number from 1 to 1000000000; write `every 3` for the third, the sixth and so on")
      }
      self = .every(step)
    }
  }

  let parts: [Part]

  /// Makes a pattern of the counts in a range.
  package init(range: ClosedRange<Int>) {
    parts = [.within(NumberPattern(ranges: [range], description: "\(range.lowerBound)-\(range.upperBound)"))]
  }

  /// Reads a count pattern, or a list of them, of which one must fit.
  init?(reading node: YAMLNode, _ key: String, _ problems: inout ProblemList) {
    let expected = "a number (`3`), a range (`1-3`), a comparison (`>= 5`), `every 3`, or a list of them"
    guard let parts = node.alternatives(key, expected, &problems, Part.init(parsing:)) else { return nil }
    self.parts = parts
    if !canMatch { problems.add(node, "`\(key)` fits no request: they are counted from 1; write 1 or more") }
  }

  /// Tells whether the request with that count, from 1, is meant.
  package func matches(_ count: Int) -> Bool {
    parts.contains {
      switch $0 {
      case .within(let numbers): numbers.matches(count)
      case .every(let step): count % step == 0
      }
    }
  }

  private var canMatch: Bool {
    parts.contains {
      switch $0 {
      case .within(let numbers): numbers.allowsOneOrMore
      case .every: true
      }
    }
  }

  /// The pattern as it is written in a file.
  package var description: String {
    let texts = parts.map {
      switch $0 {
      case .within(let numbers): numbers.description
      case .every(let step): "every \(step)"
      }
    }
    return texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
  }
}

extension YAMLNode {
  /// Parses the node's text, or that of each element of a list; nil when one cannot be read, or there is none.
  fileprivate func alternatives<Pattern>(
    _ key: String, _ expected: String, _ problems: inout ProblemList, _ parse: (String) throws(TextSyntaxError) -> Pattern
  ) -> [Pattern]? {
    let nodes = elements ?? [self]
    let patterns = nodes.compactMap { node -> Pattern? in
      guard let text = node.text(key, expected, &problems) else { return nil }
      return problems.value(of: node, key) { () throws(TextSyntaxError) in try parse(text) }
    }
    if nodes.isEmpty { problems.add(self, "`\(key)` is an empty list, which nothing fits; write a number") }
    return nodes.isEmpty || patterns.count < nodes.count ? nil : patterns
  }
}

/// A comparison with a number: `> 5`, `>= 5`, `< 5`, `<= 5`, `!= 5`.
package struct NumberComparison: Sendable, Equatable, CustomStringConvertible {
  enum Relation: String, Sendable, CaseIterable {
    // The longer ones first: the file's text is tried against each in turn.
    case atLeast = ">="
    case atMost = "<="
    case not = "!="
    case over = ">"
    case under = "<"
  }

  let relation: Relation
  let number: Double

  /// The comparison as it is written in a file.
  package var description: String { "\(relation.rawValue) \(number == number.rounded() ? "\(Int(number))" : "\(number)")" }

  /// Tells whether the text is a number, and the comparison holds for it.
  func holds(for text: String) -> Bool {
    guard let found = DecimalNumber(text)?.double else { return false }
    return switch relation {
    case .atLeast: found >= number
    case .atMost: found <= number
    case .not: found != number
    case .over: found > number
    case .under: found < number
    }
  }

  /// Returns the relation that a text begins with, and the rest.
  static func split(_ text: String) -> (relation: Relation, rest: String)? {
    Relation.allCases.first { text.hasPrefix($0.rawValue) }.map { ($0, String(text.dropFirst($0.rawValue.count)).trimmed) }
  }
}
