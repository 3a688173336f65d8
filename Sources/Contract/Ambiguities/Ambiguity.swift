internal import Formats
internal import Support

/// A question on which documentation and live service disagree or say nothing, under a name.
///
/// The option `--set NAME=VALUE` calls it a decision. A rule may be active under one value only: `when: Ambiguities.dgridMegabyte.is(.binary)`.
package struct Ambiguity<Value: AmbiguityValue>: Sendable {
  /// The name, the question and all values, as texts.
  package let entry: AmbiguityEntry
  let documented: Value

  /// - Parameter settled: the value in both profiles under Venice's contract of 2026-10-02 and later ones, whose notes answer the question.
  init(_ name: String, _ says: String, documented: Value, live: Value, settled: Value? = nil) {
    entry = AmbiguityEntry(
      name: name, says: says, values: Value.allCases.map(\.rawValue), documented: documented.rawValue, live: live.rawValue,
      settled: settled?.rawValue)
    self.documented = documented
  }

  /// Returns the condition that this ambiguity has one of these values.
  func `is`(_ values: Value...) -> AmbiguityCondition { AmbiguityCondition(ambiguity: entry.name, values: values.map(\.rawValue)) }
}

/// The values that an ambiguity can have, as written in `--set NAME=VALUE`.
package protocol AmbiguityValue: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// An ambiguity and the values that it may have: `venice.quality-field=reject`, `dgrid.unknown-model=404|503`.
package struct AmbiguityCondition: Sendable, Hashable, CustomStringConvertible {
  /// The name of the ambiguity.
  package let ambiguity: String
  /// The values, as written in `--set NAME=VALUE`.
  package let values: [String]

  /// The condition as written after `--set`; several values have a bar between them.
  package var description: String { "\(ambiguity)=\(values.joined(separator: "|"))" }
}

/// An ambiguity without the type of its values, for lists and for the command line.
package struct AmbiguityEntry: Sendable {
  /// The name: `venice.quality-field`.
  package let name: String
  /// The question and the reason for it, as one sentence.
  package let says: String
  /// All values, as written in `--set NAME=VALUE`.
  package let values: [String]
  /// The value in the profile that follows the pages.
  package let documented: String
  /// The value in the profile that follows what clients reported.
  package let live: String
  /// The value in both profiles since Venice's contract of 2026-10-02; nil: that leaves the question open.
  package let settled: String?

  /// Returns the value in that profile under Venice's contract of that day.
  func value(in profile: Profile, on day: ContractDate) -> String {
    if let settled, VeniceContracts.october <= day { return settled }
    return profile == .live ? live : documented
  }
}

/// Every ambiguity that the mock knows.
package enum Ambiguities {
  /// All ambiguities, in the order in which they are listed.
  package static let all: [AmbiguityEntry] = venice + dgrid
}

extension [AmbiguityEntry] {
  /// Returns the list for people or for programs, as `image-edit-mock rules --decisions` prints it; it ends in a line feed.
  package func text(_ style: RuleTable.Style) -> String {
    switch style {
    case .table: map(\.paragraph).joined()
    case .json: (["decisions": .array(map(\.json))] as JSONOutput).text
    case .markdown:
      TextTable(map(\.cells), titles: ["decision", "values", "documented", "live", "since \(VeniceContracts.october)", "why"]).markdown
    }
  }
}

extension AmbiguityEntry {
  fileprivate var paragraph: String {
    let since = settled.map { "; since Venice's contract of \(VeniceContracts.october) in both: \($0)" } ?? ""
    return "\(name) = \(values.joined(separator: " | "))\n    documented: \(documented), live: \(live)\(since)\n    \(says)\n"
  }

  fileprivate var cells: [String] { ["`\(name)`", values.joined(separator: ", "), documented, live, settled ?? "as before", says] }

  fileprivate var json: JSONOutput {
    [
      "name": .string(name), "says": .string(says), "values": .array(values.map(JSONOutput.string)), "documented": .string(documented),
      "live": .string(live), "settled": .optional(settled),
    ]
  }
}
