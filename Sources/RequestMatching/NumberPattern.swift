/// What a whole number must be: one of these ranges.
package struct NumberPattern: Sendable, Equatable, CustomStringConvertible {
  package let ranges: [ClosedRange<Int>]
  /// As it was written.
  package let description: String

  package init(_ ranges: [ClosedRange<Int>], description: String) {
    self.ranges = ranges
    self.description = description
  }

  package init(range: ClosedRange<Int>) { self.init([range], description: "\(range.lowerBound)-\(range.upperBound)") }

  package func matches(_ number: Int) -> Bool { ranges.contains { $0.contains(number) } }

  package static func == (left: NumberPattern, right: NumberPattern) -> Bool { left.ranges == right.ranges }
}

/// Which of a session's requests are meant, counted from 1.
package struct CountPattern: Sendable, Equatable, CustomStringConvertible {
  package enum Part: Sendable, Equatable {
    case within(NumberPattern)
    /// Every so manieth: 3, 6, 9, …
    case every(Int)
  }

  package let parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }

  package init(range: ClosedRange<Int>) { self.init([.within(NumberPattern(range: range))]) }

  package func matches(_ count: Int) -> Bool {
    parts.contains {
      switch $0 {
      case .within(let numbers): numbers.matches(count)
      case .every(let step): count % step == 0
      }
    }
  }

  /// As it is written in a file.
  package var description: String {
    let texts = parts.map {
      switch $0 {
      case .within(let numbers): numbers.description
      case .every(let step): "every \(step)"
      }
    }
    return texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
  }
}
