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
