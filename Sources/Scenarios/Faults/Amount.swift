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

/// A place in an answer.
package enum Place: Sendable, Equatable {
  /// Before the first byte of the head.
  case start
  /// After the head and so much of the body.
  case body(Amount)

  /// Right after the head.
  package static let head = Place.body(.bytes(0))
}
