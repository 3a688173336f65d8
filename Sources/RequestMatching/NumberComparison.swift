internal import Formats
internal import Support

/// `> 5`, `>= 5`, `< 5`, `<= 5`, `!= 5`.
package struct NumberComparison: Sendable, Equatable, CustomStringConvertible {
  package enum Relation: String, Sendable, CaseIterable {
    // The longer ones first: the file's text is tried against each in turn.
    case atLeast = ">="
    case atMost = "<="
    case not = "!="
    case over = ">"
    case under = "<"
  }

  package let relation: Relation
  package let number: Double

  package var description: String { "\(relation.rawValue) \(number == number.rounded() ? "\(Int(number))" : "\(number)")" }

  /// Whether the text is a number, and the comparison holds for it.
  package func holds(for text: String) -> Bool {
    guard let found = DecimalNumber(text)?.double else { return false }
    return switch relation {
    case .atLeast: found >= number
    case .atMost: found <= number
    case .not: found != number
    case .over: found > number
    case .under: found < number
    }
  }

  /// The relation that a text begins with, and the rest.
  static func split(_ text: String) -> (relation: Relation, rest: String)? {
    for relation in Relation.allCases where text.hasPrefix(relation.rawValue) {
      return (relation, String(text.dropFirst(relation.rawValue.count)).trimmed)
    }
    return nil
  }
}
