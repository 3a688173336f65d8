/// The manners of a session that do not hang on what it asks for.
struct SessionHabits: Sendable {
  private(set) var connections = ConnectionUse()
  private var found: Set<ClientProblemKind> = []

  mutating func note(_ attempt: Attempt) -> [NewLapse] {
    connections.note(attempt)
    var lapses: [ClientProblem] = []
    if !attempt.deprecated.isEmpty { lapses.append(.deprecatedField(rules: attempt.deprecated)) }
    if let place = attempt.misplacedKey { lapses.append(.misplacedKey(place: place)) }
    return lapses.map { NewLapse(lapse: $0, isFirst: found.insert($0.kind).inserted) }
  }

  /// Whether such an attempt can tell something of them.
  static func concerns(_ attempt: Attempt) -> Bool {
    attempt.connection != nil || !attempt.deprecated.isEmpty || attempt.misplacedKey != nil
  }
}
