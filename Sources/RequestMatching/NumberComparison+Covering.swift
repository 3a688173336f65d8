extension NumberComparison {
  /// Whether every number that the other lets through gets through here, too.
  package func covers(_ other: NumberComparison) -> Bool {
    let (mine, theirs) = (number, other.number)
    return switch (relation, other.relation) {
    case (.not, .not): mine == theirs
    case (.not, .atLeast): theirs > mine
    case (.not, .over): theirs >= mine
    case (.not, .atMost): theirs < mine
    case (.not, .under): theirs <= mine
    case (.atLeast, .atLeast), (.atLeast, .over), (.over, .over): theirs >= mine
    case (.over, .atLeast): theirs > mine
    case (.atMost, .atMost), (.atMost, .under), (.under, .under): theirs <= mine
    case (.under, .atMost): theirs < mine
    case (.atLeast, _), (.over, _), (.atMost, _), (.under, _): false
    }
  }
}
