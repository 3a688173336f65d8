package import Formats

/// Which scenario a request goes through.
package enum ScenarioChoice: Sendable {
  case none
  case scenario(Scenario)
  /// There is none of that name; the nearest names.
  case unknown(String, near: [String])
  /// There is one that cannot be read.
  case unreadable(DocumentProblems)

  /// As a name it switches off what the server or the session would choose.
  package static let noScenario = "none"

  /// The scenario that a bearer token asks for: `scenario:NAME` or `scenario:NAME:anything`.
  static func name(inToken token: String) -> String? {
    guard token.hasPrefix("scenario:") else { return nil }
    return String(token.dropFirst("scenario:".count).prefix { $0 != ":" })
  }
}
