internal import HTTPMessage

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

/// The days whose Venice contract can be served.
///
/// Of June and August the OpenAPI document is known word for word; of October what Venice's client notes of that day say, over August's
/// document. What differs between the days stands on rules, fields and models as their dates, and on ambiguities that October settles.
/// DGrid publishes no dates.
package enum VeniceContracts {
  /// All days, oldest first.
  package static let all: [ContractDate] = [standard, august, october]

  /// The default: the week of the page that the project emulates.
  package static let standard: ContractDate = "2026-06-19"
  static let august: ContractDate = "2026-08-21"
  static let october: ContractDate = "2026-10-02"
  /// The last day.
  package static let newest = october

  /// Returns `info.version` of that day's document, which is also the header `x-venice-version`; October's time of day is made up.
  package static func version(on day: ContractDate) -> String {
    day < august ? "20260619.153236" : day < october ? "20260821.193530" : "20261002.000000"
  }

  /// Returns the days for people, and how old the newest was at that time: `2026-06-19, 2026-08-21, 2026-10-02 (the newest, 60 days old)`.
  package static func summary(unixMilliseconds now: Int) -> String {
    let start = ISOTime.unixMilliseconds("\(newest)T00:00:00Z") ?? now
    let days = max(0, (now - start) / 86_400_000)
    return "\(all.map(\.description).joined(separator: ", ")) (the newest, \(days) \(days == 1 ? "day" : "days") old)"
  }

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
