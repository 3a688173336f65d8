internal import Formats
internal import Support

/// A question on which documentation and live service disagree or say nothing, under a name.
///
/// The option `--set NAME=VALUE` calls it a decision. A rule may be active under one value only: `when: Ambiguities.dgridMegabyte.is(.binary)`.
package struct Ambiguity<Value: AmbiguityValue>: Sendable {
  /// The name, the question and all values, as texts.
  package let entry: AmbiguityEntry
  let documented: Value
  let live: Value

  init(_ name: String, _ says: String, documented: Value, live: Value) {
    entry = AmbiguityEntry(
      name: name, says: says, values: Value.allCases.map(\.rawValue), documented: documented.rawValue, live: live.rawValue)
    self.documented = documented
    self.live = live
  }

  /// Returns the condition that this ambiguity has that value.
  func `is`(_ value: Value) -> AmbiguityCondition { AmbiguityCondition(ambiguity: entry.name, value: value.rawValue) }
}

/// The values that an ambiguity can have, as written in `--set NAME=VALUE`.
package protocol AmbiguityValue: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// An ambiguity and the value that it must have: `venice.quality-field=reject`.
package struct AmbiguityCondition: Sendable, Hashable, CustomStringConvertible {
  /// The name of the ambiguity.
  package let ambiguity: String
  /// The value, as written in `--set NAME=VALUE`.
  package let value: String

  /// The condition as written after `--set`.
  package var description: String { "\(ambiguity)=\(value)" }
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
    case .markdown: TextTable(map(\.cells), titles: ["decision", "values", "documented", "live", "why"]).markdown
    }
  }
}

extension AmbiguityEntry {
  fileprivate var paragraph: String {
    "\(name) = \(values.joined(separator: " | "))\n    documented: \(documented), live: \(live)\n    \(says)\n"
  }

  fileprivate var cells: [String] { ["`\(name)`", values.joined(separator: ", "), documented, live, says] }

  fileprivate var json: JSONOutput {
    [
      "name": .string(name), "says": .string(says), "values": .array(values.map(JSONOutput.string)), "documented": .string(documented),
      "live": .string(live),
    ]
  }
}
