package import Contract
internal import Formats

/// The names that a scenario file may use, beside the keys.
package struct ScenarioVocabulary: Sendable {
  package let faults: [any Fault.Type]
  package let errors: [NamedError]

  package init(faults: [any Fault.Type], errors: [NamedError]) {
    self.faults = faults
    self.errors = errors
  }

  package static let standard = ScenarioVocabulary(faults: FaultTable.all, errors: NamedErrors.all)
}

/// What a file is read with.
struct ReadingContext {
  let vocabulary: ScenarioVocabulary
  /// The bytes of a file that the scenario names.
  let attachment: (String) throws(TextSyntaxError) -> [UInt8]
}
