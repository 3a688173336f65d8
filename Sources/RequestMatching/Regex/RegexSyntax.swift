/// A regular expression as a tree; flags are worked in.
indirect enum RegexSyntax: Sendable, Equatable {
  case scalar(UInt32)
  case set(ScalarSet)
  case assertion(RegexAssertion)
  case sequence([RegexSyntax])
  case choice([RegexSyntax])
  /// - most: nil without end.
  case repeated(RegexSyntax, least: Int, most: Int?)

  /// Matches the empty text anywhere.
  static let empty = RegexSyntax.sequence([])
}

/// What must be true of a place between two scalars.
enum RegexAssertion: Sendable, Equatable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary

  /// What stands where there is no scalar, before the text and behind it.
  static let none = UInt32.max

  func holds(between previous: UInt32, and next: UInt32) -> Bool {
    switch self {
    case .textStart: previous == Self.none
    case .textEnd: next == Self.none
    case .lineStart: previous == Self.none || Self.endsLine(previous)
    case .lineEnd: next == Self.none || Self.endsLine(next)
    case .wordBoundary: Self.isWord(previous) != Self.isWord(next)
    case .noWordBoundary: Self.isWord(previous) == Self.isWord(next)
    }
  }

  private static func endsLine(_ scalar: UInt32) -> Bool {
    scalar == 0x0A || scalar == 0x0D || scalar == 0x2028 || scalar == 0x2029
  }

  private static func isWord(_ scalar: UInt32) -> Bool { scalar != none && ScalarSet.Trait.isWord(scalar) }
}
