extension RegexSyntax {
  /// The scalars that every match begins with, and whether a match is nothing more.
  var leadingLiteral: (scalars: [UInt32], isWhole: Bool) {
    switch self {
    case .scalar(let scalar): ([scalar], true)
    case .set: ([], false)
    // It takes no room, so that the match begins with what follows.
    case .assertion: ([], true)
    case .sequence(let parts): Self.leadingLiteral(of: parts)
    case .choice(let branches): Self.sharedLiteral(of: branches)
    case .repeated(let part, let least, let most): Self.leadingLiteral(of: part, least, most)
    }
  }

  private static func leadingLiteral(of parts: [RegexSyntax]) -> (scalars: [UInt32], isWhole: Bool) {
    var scalars: [UInt32] = []
    for part in parts {
      let literal = part.leadingLiteral
      scalars += literal.scalars
      if !literal.isWhole { return (scalars, false) }
    }
    return (scalars, true)
  }

  private static func sharedLiteral(of branches: [RegexSyntax]) -> (scalars: [UInt32], isWhole: Bool) {
    let literals = branches.map(\.leadingLiteral)
    guard var shared = literals.first else { return ([], true) }
    for literal in literals.dropFirst() {
      let count = zip(shared.scalars, literal.scalars).prefix { $0 == $1 }.count
      let isSame = count == shared.scalars.count && count == literal.scalars.count
      shared = (Array(shared.scalars.prefix(count)), isSame && shared.isWhole && literal.isWhole)
    }
    return shared
  }

  private static func leadingLiteral(of part: RegexSyntax, _ least: Int, _ most: Int?) -> (scalars: [UInt32], isWhole: Bool) {
    guard least > 0 else { return ([], most == 0) }
    let literal = part.leadingLiteral
    guard literal.isWhole else { return literal }
    return (Array(repeatElement(literal.scalars, count: least).joined()), most == least)
  }

  /// Whether a match can only begin where the text begins. What stands before the `^` must be empty then, wherever the `^` stands.
  var isAnchored: Bool {
    switch self {
    case .assertion(let assertion): assertion == .textStart
    case .sequence(let parts): parts.contains(where: \.isAnchored)
    case .choice(let branches): branches.allSatisfy(\.isAnchored)
    case .repeated(let part, let least, most: _): least > 0 && part.isAnchored
    case .scalar, .set: false
    }
  }
}
