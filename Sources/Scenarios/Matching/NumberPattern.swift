/// What a number must be.
package struct NumberPattern: Sendable, Equatable {
  package let range: ClosedRange<Int>

  package func matches(_ number: Int) -> Bool { range.contains(number) }
}

/// Which of a session's requests are meant, counted from 1.
package struct CountPattern: Sendable, Equatable {
  package let range: ClosedRange<Int>

  package func matches(_ count: Int) -> Bool { range.contains(count) }
}
