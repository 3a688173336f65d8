internal import Formats

/// A JSON value of a fixture, whose strings may be made by generators.
enum FixtureJSON: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(FixtureText)
  case array([FixtureJSON])
  case object([(key: String, value: FixtureJSON)])
  /// Of an answer: there must be no such key.
  case absent

  var output: JSONOutput {
    switch self {
    case .null, .absent: .null
    case .bool(let flag): .bool(flag)
    case .number(let number): .number(lexeme: number.lexeme)
    case .string(let text): text.output
    case .array(let elements): .array(elements.map(\.output))
    case .object(let members): .object(members.map { ($0.key, $0.value.output) })
    }
  }
}
