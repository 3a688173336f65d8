internal import Support

/// A preset for all decisions.
package enum Profile: String, Sendable, CaseIterable {
  /// What the pages say. The default.
  case documented
  /// What clients reported of the live services.
  case live
}

/// Which value each decision has: a profile, and what overrides it.
package struct Settings: Sendable, Equatable {
  package let profile: Profile
  /// The day whose Venice contract is in force.
  package let veniceContract: ContractDate
  private var overrides: [String: String] = [:]

  package init(profile: Profile = .documented, veniceContract: ContractDate = VeniceContracts.asked) {
    self.profile = profile
    self.veniceContract = veniceContract
  }

  /// Overrides one decision, as `--set NAME=VALUE` does.
  package mutating func set(_ assignment: String) throws(SettingsError) {
    let halves = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard halves.count == 2 else { throw SettingsError("'\(assignment)' is not NAME=VALUE; write for example \(Self.example)") }
    let (name, value) = (halves[0], halves[1])
    guard let entry = Ambiguities.all.first(where: { $0.name == name }) else {
      let near = Ambiguities.all.map(\.name).nearest(to: name)
      throw SettingsError("there is no decision '\(name)'; did you mean \(near)? `image-edit-mock rules --decisions` lists them")
    }
    guard entry.values.contains(value) else {
      throw SettingsError("'\(value)' is no value of \(name); write \(entry.values.map { "\(name)=\($0)" }.joined(separator: " or "))")
    }
    overrides[name] = value
  }

  /// The value in force.
  package subscript<Value>(_ decision: Ambiguity<Value>) -> Value {
    if let text = overrides[decision.name], let value = Value(rawValue: text) { return value }
    return profile == .live ? decision.live : decision.documented
  }

  /// The value in force, as text.
  package func value(of entry: AmbiguityEntry) -> String {
    overrides[entry.name] ?? (profile == .live ? entry.live : entry.documented)
  }

  /// Whether the condition holds; no condition always does.
  package func satisfies(_ condition: AmbiguityCondition?) -> Bool {
    guard let condition, let entry = Ambiguities.all.first(where: { $0.name == condition.decision }) else { return condition == nil }
    return value(of: entry) == condition.value
  }

  /// Whether the rule holds: its decision has its value, and the contract of the day has the rule.
  package func hold(_ rule: Rule) -> Bool { satisfies(rule.condition) && rule.span.contains(veniceContract) }

  private static let example = "venice.quality-field=reject"
}

/// Why a `--set` was not understood, with what to write instead.
package struct SettingsError: Error, Equatable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
