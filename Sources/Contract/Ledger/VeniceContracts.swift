/// The days whose Venice contract can be served: those of which the OpenAPI document is known word for word.
///
/// What differs between them stands on rules, fields and models as their dates, and nowhere else. DGrid publishes no dates.
package enum VeniceContracts {
  package static let all: [ContractDate] = [asked, newest]

  /// The week of the page that the project emulates; the default.
  package static let asked: ContractDate = "2026-06-19"
  package static let newest: ContractDate = "2026-08-21"

  /// What `info.version` of that day's document says, and the header `x-venice-version`.
  static func version(on day: ContractDate) -> String { day < newest ? "20260619.153236" : "20260821.193530" }

  /// The contract that `--venice-contract` names; `newest` stands for the last.
  package static func named(_ name: String) throws(SettingsError) -> ContractDate {
    if name == "newest" { return newest }
    guard let day = all.first(where: { $0.description == name }) else {
      let known = all.map(\.description).joined(separator: ", ")
      throw SettingsError("there is no contract '\(name)' of Venice; write \(known) or newest")
    }
    return day
  }
}
