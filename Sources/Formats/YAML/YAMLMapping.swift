internal import Support

/// A mapping whose keys are known.
///
///     let mapping = YAMLMapping(node, "`delay`", keys: ["min", "max"], &problems)
///     let least = mapping?["min"]?.duration("min", &problems)
package struct YAMLMapping {
  /// The mapping as a value.
  package let node: YAMLNode
  private let members: [YAMLNode.Member]

  /// Reads the mapping and notes every key that is not known; nil when it is no mapping.
  package init?(_ node: YAMLNode, _ what: String, keys: [String], _ problems: inout ProblemList) {
    guard let members = node.members else {
      problems.add(node, "\(what) is \(node.kind); write a mapping with \(keys.listed)")
      return nil
    }
    for member in members where !keys.contains(member.key) {
      let near = keys.nearest(to: member.key)
      problems.add(
        member.position, "`\(member.key.shown)` is no key of \(what); did you mean `\(near)`? Its keys: \(keys.joined(separator: ", "))")
    }
    self.node = node
    self.members = members
  }

  /// The value of the first member of that name.
  package subscript(_ key: String) -> YAMLNode? { members.first { $0.key == key }?.value }

  /// Returns the position of the key; that of the mapping when the key is not there.
  package func position(_ key: String) -> TextPosition { members.first { $0.key == key }?.position ?? node.position }

  /// Tells whether it has no members.
  package var isEmpty: Bool { members.isEmpty }

  /// Returns the value of a key that must be there, and notes that it is missing.
  package func required(_ key: String, _ what: String, _ hint: String, _ problems: inout ProblemList) -> YAMLNode? {
    if let value = self[key] { return value }
    problems.add(node, "\(what) has no `\(key)`; write \(hint)")
    return nil
  }
}

extension [String] {
  /// `` `a`, `b` or `c` ``.
  package var listed: String {
    guard let last else { return "nothing" }
    let others = dropLast().map { "`\($0)`" }.joined(separator: ", ")
    return others.isEmpty ? "`\(last)`" : "\(others) or `\(last)`"
  }
}

/// Readers of values of one kind each; what is not of the kind is noted, with what to write instead, and read as nil.
extension YAMLNode {
  /// Returns a text.
  package func text(_ key: String, _ hint: String, _ problems: inout ProblemList) -> String? {
    if let text { return text }
    problems.add(self, "`\(key)` is \(kind); write \(hint)")
    return nil
  }

  /// Returns one of some words.
  package func word(_ key: String, of words: [String], _ problems: inout ProblemList) -> String? {
    guard let text = text(key, words.listed, &problems) else { return nil }
    guard words.contains(text) else {
      let near =
        words.count > 4 ? "did you mean `\(words.nearest(to: text))`? There are: \(words.joined(separator: ", "))" : "write \(words.listed)"
      problems.add(self, "`\(key)` is '\(text.shown)'; \(near)")
      return nil
    }
    return text
  }

  /// Returns a whole number within bounds.
  package func count(_ key: String, in range: ClosedRange<Int>, _ problems: inout ProblemList) -> Int? {
    let hint = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let text = text(key, hint, &problems) else { return nil }
    guard let number = DecimalNumber(text)?.integer, range.contains(number) else {
      problems.add(self, "`\(key)` is \(kind); write \(hint)")
      return nil
    }
    return number
  }

  /// Returns `true` or `false`.
  package func flag(_ key: String, _ problems: inout ProblemList) -> Bool? {
    word(key, of: ["true", "false"], &problems).map { $0 == "true" }
  }

  /// Returns a length of time, up to an hour.
  package func duration(_ key: String, isPositive: Bool = false, _ problems: inout ProblemList) -> Duration? {
    guard let text = text(key, "a length of time, such as `250ms` or `1.5s`", &problems),
      let time = problems.value(of: self, key, { () throws(TextSyntaxError) in try DurationText.read(text) })
    else { return nil }
    guard time > .zero || !isPositive else {
      problems.add(self, "`\(key)` is no time at all; write more than zero, such as `1s`")
      return nil
    }
    return time
  }

  /// Returns a number of bytes within bounds.
  package func bytes(_ key: String, in range: ClosedRange<Int> = 0...ByteCountText.most, _ problems: inout ProblemList) -> Int? {
    guard let text = text(key, "a number of bytes, such as `64KiB`", &problems),
      let count = problems.value(of: self, key, { () throws(TextSyntaxError) in try ByteCountText.count(text) })
    else { return nil }
    guard range.contains(count) else {
      problems.add(self, "`\(key)` is \(kind); write bytes from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return count
  }
}

/// Bounds of a file's numbers.
package enum ValueLimits {
  /// Stands for no bound that is ever met.
  package static let mostCount = 1_000_000_000
  /// Of HTTP, those that can end a response.
  package static let statuses = 200...599
  /// Bytes a second: beyond that, nothing is slow.
  package static let rates = 1...1_000_000_000
}
