/// The two APIs.
package enum API: String, Sendable, CaseIterable {
  case venice, dgrid

  /// As people write it.
  package var label: String {
    switch self {
    case .venice: "Venice"
    case .dgrid: "DGrid"
    }
  }
}
