internal import Support

/// Values of one kind each; what is not of the kind is noted, with what to write instead.
extension ScriptNode {
  package func text(_ key: String, _ hint: String, _ problems: inout ScriptProblems) -> String? {
    if let text { return text }
    problems.add(self, "`\(key)` is \(kind); write \(hint)")
    return nil
  }

  package func word(_ key: String, of words: [String], _ problems: inout ScriptProblems) -> String? {
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
  package func count(_ key: String, in range: ClosedRange<Int>, _ problems: inout ScriptProblems) -> Int? {
    let hint = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let text = text(key, hint, &problems) else { return nil }
    guard let number = ScriptNumber(text)?.integer, range.contains(number) else {
      problems.add(self, "`\(key)` is \(kind); write \(hint)")
      return nil
    }
    return number
  }

  package func flag(_ key: String, _ problems: inout ScriptProblems) -> Bool? {
    word(key, of: ["true", "false"], &problems).map { $0 == "true" }
  }

  package func duration(_ key: String, isPositive: Bool = false, _ problems: inout ScriptProblems) -> Duration? {
    guard let text = text(key, "a length of time, such as `250ms` or `1.5s`", &problems),
      let time = problems.value(of: self, key, { () throws(ScriptSyntaxError) in try ScriptDuration.read(text) })
    else { return nil }
    guard time > .zero || !isPositive else {
      problems.add(self, "`\(key)` is no time at all; write more than zero, such as `1s`")
      return nil
    }
    return time
  }

  package func bytes(_ key: String, in range: ClosedRange<Int> = 0...ScriptBytes.most, _ problems: inout ScriptProblems) -> Int? {
    guard let text = text(key, "a number of bytes, such as `64KiB`", &problems),
      let count = problems.value(of: self, key, { () throws(ScriptSyntaxError) in try ScriptBytes.count(text) })
    else { return nil }
    guard range.contains(count) else {
      problems.add(self, "`\(key)` is \(kind); write bytes from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return count
  }
}

/// Bounds of a file's numbers.
package enum ScriptLimits {
  /// Stands for no bound that anybody would meet.
  package static let mostCount = 1_000_000_000
  package static let statuses = 200...599
  /// Bytes a second: beyond that, nothing is slow.
  package static let rates = 1...1_000_000_000
}
