/// A parameter of a fault: a key of its mapping.
package struct FaultParameter: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// Bytes (`1KiB`, `2000`) or a share of the body (`50%`).
    case amount
    /// Bytes only.
    case bytes
    /// `250ms`, `2s`, `1m`.
    case duration
    /// A whole number within bounds.
    case count(ClosedRange<Int>)
    case text
    /// One of these words.
    case choice([String])
    /// `true` or `false`.
    case flag
  }

  package let name: String
  package let kind: Kind
  /// As it would stand in a file.
  package let standard: String
  /// What it is, as a phrase: `how much of the body is sent`.
  package let summary: String

  package init(_ name: String, _ kind: Kind, standard: String, _ summary: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.summary = summary
  }
}

/// The values of a fault's parameters, every declared one there.
package struct FaultValues: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case amount(Amount)
    case duration(Duration)
    case count(Int)
    case text(String)
    case flag(Bool)
  }

  private let values: [String: Value]

  package init(_ values: [String: Value]) { self.values = values }

  package func amount(_ name: String) -> Amount {
    if case .amount(let amount)? = values[name] { amount } else { .bytes(0) }
  }

  /// Of a parameter that takes bytes only.
  package func bytes(_ name: String) -> Int {
    if case .amount(.bytes(let count))? = values[name] { count } else { 0 }
  }

  package func duration(_ name: String) -> Duration {
    if case .duration(let duration)? = values[name] { duration } else { .zero }
  }

  package func count(_ name: String) -> Int {
    if case .count(let count)? = values[name] { count } else { 0 }
  }

  package func text(_ name: String) -> String {
    if case .text(let text)? = values[name] { text } else { "" }
  }

  package func flag(_ name: String) -> Bool {
    if case .flag(let flag)? = values[name] { flag } else { false }
  }
}

/// A number of bytes, or a share of a whole.
package enum Amount: Sendable, Equatable {
  case bytes(Int)
  /// 0 to 100.
  case percent(Double)

  /// So many of `count` bytes, never more than there are.
  package func of(_ count: Int) -> Int {
    switch self {
    case .bytes(let bytes): min(bytes, count)
    case .percent(let share): min(count, Int((Double(count) * share / 100).rounded(.down)))
    }
  }
}
