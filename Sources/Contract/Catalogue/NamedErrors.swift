/// Every error that a scenario can ask for by name.
package enum NamedErrors {
  /// In the order in which they are listed.
  package static let all: [NamedError] = credentials + wallet + money + models + limits + content + failures

  /// The error of that name; names are case-sensitive.
  package static func named(_ name: String) -> NamedError? { all.first { $0.name == name } }
}
