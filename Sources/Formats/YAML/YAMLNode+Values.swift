internal import Support

/// Values of one kind each; what is not of the kind is noted, with what to write instead.
extension YAMLNode {
  package func text(_ key: String, _ hint: String, _ problems: inout ProblemList) -> String? {
    if let text { return text }
    problems.add(self, "`\(key)` is \(kind); write \(hint)")
    return nil
  }

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

  /// A whole number within bounds.
  package func count(_ key: String, in range: ClosedRange<Int>, _ problems: inout ProblemList) -> Int? {
    let hint = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let text = text(key, hint, &problems) else { return nil }
    guard let number = DecimalNumber(text)?.integer, range.contains(number) else {
      problems.add(self, "`\(key)` is \(kind); write \(hint)")
      return nil
    }
    return number
  }

  package func flag(_ key: String, _ problems: inout ProblemList) -> Bool? {
    word(key, of: ["true", "false"], &problems).map { $0 == "true" }
  }

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
  /// Stands for no bound that anybody would meet.
  package static let mostCount = 1_000_000_000
  package static let statuses = 200...599
  /// Bytes a second: beyond that, nothing is slow.
  package static let rates = 1...1_000_000_000
}
