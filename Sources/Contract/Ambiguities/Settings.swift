internal import Support

/// A preset: the value of every ambiguity.
package enum Profile: String, Sendable, CaseIterable {
  /// Follows the pages; the default.
  case documented
  /// Follows what clients reported of the live services.
  case live
}

/// The value of each ambiguity: a profile and the day of Venice's contract, and what overrides them.
///
///     var settings = Settings(profile: .live)
///     try settings.set("venice.quality-field=accept")
///     settings[Ambiguities.veniceQualityField]  // .accept
package struct Settings: Sendable, Equatable {
  /// The preset that applies where nothing was set.
  package let profile: Profile
  /// The day whose Venice contract applies.
  package let veniceContract: ContractDate
  private var overrides: [String: String] = [:]

  /// Makes settings without overrides.
  package init(profile: Profile = .documented, veniceContract: ContractDate = VeniceContracts.standard) {
    self.profile = profile
    self.veniceContract = veniceContract
  }

  /// Sets one ambiguity, written `NAME=VALUE` as after `--set`.
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

  /// The value of the ambiguity.
  package subscript<Value>(_ ambiguity: Ambiguity<Value>) -> Value {
    Value(rawValue: value(of: ambiguity.entry)) ?? ambiguity.documented
  }

  /// Returns the value of the ambiguity as text.
  package func value(of entry: AmbiguityEntry) -> String { overrides[entry.name] ?? entry.value(in: profile, on: veniceContract) }

  /// Tells whether the condition is met; no condition always is.
  package func satisfies(_ condition: AmbiguityCondition?) -> Bool {
    guard let condition, let entry = Ambiguities.all.first(where: { $0.name == condition.ambiguity }) else { return condition == nil }
    return condition.values.contains(value(of: entry))
  }

  /// Tells whether the rule is active: its condition is met, and the contract of the day has the rule.
  package func isActive(_ rule: Rule) -> Bool { satisfies(rule.condition) && rule.span.contains(veniceContract) }

  private static let example = "venice.quality-field=reject"
}

/// Says why a setting was not understood, and what to write instead.
package struct SettingsError: Error, Equatable, CustomStringConvertible {
  /// The message, as one sentence.
  package let description: String

  init(_ description: String) { self.description = description }
}
