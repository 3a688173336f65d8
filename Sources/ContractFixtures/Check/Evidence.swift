/// What one answer says of one decision.
package struct Evidence: Sendable {
  package let decision: String
  /// nil: it speaks for no value.
  package let value: String?
  /// A fixture of the request.
  package let file: String
  /// Whether the request broke another rule, too, which a server may look at first: then it says less.
  package let isWeak: Bool
}

/// What all answers say of one decision.
package enum AmbiguityFinding: Sendable, Equatable {
  /// The value, the files that say so, and whether they all say so weakly.
  case follows(String, [String], isWeak: Bool)
  /// Values, each with a file.
  case contradictory([String])
  /// Why.
  case undecided(String)

  package var value: String? {
    if case .follows(let value, _, _) = self { value } else { nil }
  }

  init(_ evidence: [Evidence], unsent: String?) {
    let speaking = evidence.filter { $0.value != nil }
    let firm = speaking.filter { !$0.isWeak }
    let counted = firm.isEmpty ? speaking : firm
    let values = Set(counted.compactMap(\.value)).sorted()
    if values.count == 1 {
      self = .follows(values[0], counted.map(\.file), isWeak: firm.isEmpty)
    } else if values.count > 1 {
      self = .contradictory(values.map { value in "\(value) by \(counted.first { $0.value == value }?.file ?? "")" })
    } else if let file = evidence.first?.file {
      self = .undecided("the answer to \(file) is none of those that are known")
    } else {
      self = .undecided(unsent ?? "no request tells")
    }
  }
}
