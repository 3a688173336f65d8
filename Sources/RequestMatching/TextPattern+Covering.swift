internal import Contract
internal import HTTPMessage

extension TextPattern {
  /// Whether every text that the other lets through gets through here, too, and none if it lets through none.
  ///
  /// Careful: of two globs, or two regular expressions, it only sees whether they are the same.
  package func covers(_ other: TextPattern, ignoringCase: Bool = false) -> Bool {
    switch (self, other) {
    case (_, .anyOf(let theirs)): theirs.allSatisfy { covers($0, ignoringCase: ignoringCase) }
    case (.anyOf(let mine), _): mine.contains { $0.covers(other, ignoringCase: ignoringCase) }
    case (.absent, _), (_, .absent): self == other
    case (.present, _): true
    case (.exact(let mine), .exact(let theirs)): mine.isSame(as: theirs, ignoringCase)
    case (_, .exact(let text)): matches(text, ignoringCase: ignoringCase)
    case (.compared(let mine), .compared(let theirs)): mine.covers(theirs)
    case (.exact, _), (.glob, _), (.regex, _), (.compared, _): self == other
    }
  }
}

extension TextPattern? {
  /// As a text pattern's; without a pattern, everything is let through.
  ///
  /// - Parameter isAlwaysThere: whether every request has such a text, so that `*` asks for nothing.
  package func covers(_ other: TextPattern?, ignoringCase: Bool = false, isAlwaysThere: Bool = false) -> Bool {
    guard let self, !(self.acceptsAny && (isAlwaysThere || self.acceptsNone)) else { return true }
    guard let other else { return false }
    return self.covers(other, ignoringCase: ignoringCase)
  }
}

extension [RequestPattern.NamedPattern] {
  /// Whether each of these asks no more than one of the others of its name.
  package func covers(_ others: Self, areHeaders: Bool) -> Bool {
    allSatisfy { mine in
      (mine.value.acceptsAny && mine.value.acceptsNone)
        || others.contains { $0.name.isSame(as: mine.name, areHeaders) && mine.value.covers($0.value) }
    }
  }
}
