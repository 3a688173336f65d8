/// A day in the history of an API's contract, written `2026-02-04`.
package struct ContractDate: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let description: String

  package init(stringLiteral value: String) { description = value }

  /// ISO dates sort as text.
  package static func < (left: ContractDate, right: ContractDate) -> Bool { left.description < right.description }
}
