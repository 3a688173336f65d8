/// Every rule the mock knows, in the order in which requests meet them.
package enum Ledger {
  package static let rules: [Rule] = VeniceRules.all + DGridRules.all

  /// The rules that hold under these settings.
  package static func rules(under settings: Settings) -> [Rule] {
    rules.filter(settings.hold)
  }
}
