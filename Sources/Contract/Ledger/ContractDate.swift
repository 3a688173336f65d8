/// A day in the history of an API's contract, written `2026-02-04`.
package struct ContractDate: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let description: String

  package init(stringLiteral value: String) { description = value }

  /// ISO dates sort as text.
  package static func < (left: ContractDate, right: ContractDate) -> Bool { left.description < right.description }
}

/// The days between which something is part of a contract.
package struct ContractSpan: Sendable, Hashable {
  /// The first day; nil: as long as is known.
  package let since: ContractDate?
  /// The first day without it; nil: it still is.
  package let until: ContractDate?

  package init(since: ContractDate? = nil, until: ContractDate? = nil) {
    self.since = since
    self.until = until
  }

  package func contains(_ day: ContractDate) -> Bool {
    (since.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
  }
}
