/// A parameter of a fault: a key of its mapping.
package struct FaultParameter: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// Bytes (`1KiB`, `2000`) or a share of the body (`50%`).
    case amount
    /// `start`: before a single byte is sent. `head`: right after the header lines. Or an amount of the body, sent before it.
    case place
    /// Bytes only.
    case bytes
    /// `250ms`, `2s`, `1m`.
    case duration
    /// A whole number within bounds.
    case count(ClosedRange<Int>)
    case text
    /// One of these words; a file may write one that is a number as a number.
    case choice([String])
    /// `true` or `false`.
    case flag
  }

  package let name: String
  package let kind: Kind
  /// As it would stand in a file, without quotation marks.
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
    /// Of the kinds `amount` and `bytes`.
    case amount(Extent)
    case place(CutPoint)
    case duration(Duration)
    case count(Int)
    /// Of the kinds `text` and `choice`.
    case text(String)
    case flag(Bool)
  }

  private let values: [String: Value]

  package init(_ values: [String: Value]) { self.values = values }

  package func amount(_ name: String) -> Extent {
    if case .amount(let amount)? = values[name] { amount } else { .bytes(0) }
  }

  package func place(_ name: String) -> CutPoint {
    if case .place(let place)? = values[name] { place } else { .start }
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
