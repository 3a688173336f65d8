import Contract
import Testing

/// How a shipped scenario is shown to do what it says.
struct Entry: Sendable {
  let scenario: String
  let apis: [API]
  /// Whether it moves the clock: it then has a server of its own.
  let movesClock: Bool
  let show: @Sendable (Caller) throws -> Void

  init(
    _ scenario: String, at apis: [API] = API.allCases, movesClock: Bool = false, show: @escaping @Sendable (_ call: Caller) throws -> Void
  ) {
    self.scenario = scenario
    self.apis = apis
    self.movesClock = movesClock
    self.show = show
  }
}

/// A heading of scenarios/README.md, and what stands below it.
struct Theme: Sendable {
  let title: String
  let entries: [Entry]

  static let all = [retries, network, slowness, money, limits, pictures, models, outages]
}
