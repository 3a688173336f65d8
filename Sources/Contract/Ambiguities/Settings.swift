internal import Support

/// A preset: the value of every ambiguity.
package enum Profile: String, Sendable, CaseIterable {
  /// Follows the pages; the default.
  case documented
  /// Follows what clients reported of the live services.
  case live
}

/// The value of each ambiguity: a profile, and what overrides it.
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
    if let text = overrides[ambiguity.entry.name], let value = Value(rawValue: text) { return value }
    return profile == .live ? ambiguity.live : ambiguity.documented
  }

  /// Returns the value of the ambiguity as text.
  package func value(of entry: AmbiguityEntry) -> String { overrides[entry.name] ?? (profile == .live ? entry.live : entry.documented) }

  /// Tells whether the condition is met; no condition always is.
  package func satisfies(_ condition: AmbiguityCondition?) -> Bool {
    guard let condition, let entry = Ambiguities.all.first(where: { $0.name == condition.ambiguity }) else { return condition == nil }
    return value(of: entry) == condition.value
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

/// A day in the history of an API's contract, written `2026-02-04`.
package struct ContractDate: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The day as written: `2026-02-04`.
  package let description: String

  /// Takes the day as it is written, unchecked.
  package init(stringLiteral value: String) { description = value }

  /// Compares the texts: ISO dates sort as text.
  package static func < (left: ContractDate, right: ContractDate) -> Bool { left.description < right.description }
}

/// The days between which something is part of a contract.
package struct ContractSpan: Sendable, Hashable {
  /// The first day; nil: as long as is known.
  package var since: ContractDate?
  /// The first day without it; nil: it is still there.
  package var until: ContractDate?

  /// Tells whether the day is one of them.
  package func contains(_ day: ContractDate) -> Bool { (since.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true) }
}

/// The days whose Venice contract can be served: those whose OpenAPI document is known word for word.
///
/// What differs between them stands on rules, fields and models as their dates, and nowhere else. DGrid publishes no dates.
package enum VeniceContracts {
  /// All days, oldest first.
  package static let all: [ContractDate] = [standard, newest]

  /// The default: the week of the page that the project emulates.
  package static let standard: ContractDate = "2026-06-19"
  /// The last day.
  package static let newest: ContractDate = "2026-08-21"

  /// Returns `info.version` of that day's document, which is also the header `x-venice-version`.
  static func version(on day: ContractDate) -> String { day < newest ? "20260619.153236" : "20260821.193530" }

  /// Returns the day that `--venice-contract` names; `newest` is the last one.
  package static func named(_ name: String) throws(SettingsError) -> ContractDate {
    if name == "newest" { return newest }
    guard let day = all.first(where: { $0.description == name }) else {
      let known = all.map(\.description).joined(separator: ", ")
      throw SettingsError("there is no contract '\(name)' of Venice; write \(known) or newest")
    }
    return day
  }
}
