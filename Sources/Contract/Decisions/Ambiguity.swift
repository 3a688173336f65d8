/// The values one decision can take, as written after `--set decision=`.
package protocol AmbiguityValue: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// A place where documentation and live service disagree, or where nobody says, under a name.
package struct Ambiguity<Value: AmbiguityValue>: Sendable {
  /// `venice.quality-field`.
  package let name: String
  /// What is being decided, as one sentence with the reason.
  package let says: String
  /// The value in the profile that follows the pages.
  package let documented: Value
  /// The value in the profile that follows what clients reported.
  package let live: Value

  init(_ name: String, _ says: String, documented: Value, live: Value) {
    self.name = name
    self.says = says
    self.documented = documented
    self.live = live
  }

  /// Holds when this decision has that value.
  func `is`(_ value: Value) -> AmbiguityCondition { AmbiguityCondition(decision: name, value: value.rawValue) }
}

/// A decision and the value it must have: `venice.quality-field=reject`.
package struct AmbiguityCondition: Sendable, Hashable, CustomStringConvertible {
  package let decision: String
  package let value: String

  package var description: String { "\(decision)=\(value)" }
}

/// A decision without the type of its values, for lists and for the command line.
package struct AmbiguityEntry: Sendable {
  package let name: String
  package let says: String
  package let values: [String]
  package let documented: String
  package let live: String

  init<Value>(_ decision: Ambiguity<Value>) {
    name = decision.name
    says = decision.says
    values = Value.allCases.map(\.rawValue)
    documented = decision.documented.rawValue
    live = decision.live.rawValue
  }
}
