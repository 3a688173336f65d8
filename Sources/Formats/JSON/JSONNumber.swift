/// A number as it was written, and what JavaScript would make of it.
package struct JSONNumber: Sendable, Equatable {
  /// Where it stands in the text.
  package let range: Range<Int>
  /// As written: `1`, `-0`, `1.50`, `2e3`.
  package let lexeme: String

  /// The value as the double nearest to it; infinite beyond 1.8e308.
  package var double: Double { Double(lexeme) ?? .nan }

  /// Whether `Number.isInteger` holds: true of `1`, `1.0`, `1e2`, `1e30`; false of `1.5` and `1e400`.
  package var isInteger: Bool {
    let value = double
    guard value.magnitude < 0x1p63 else { return value.isFinite }
    return Double(Int(value)) == value
  }

  /// The value of an integer that fits, `1.0` and `1e2` among them; nil for fractions and beyond 64 bits.
  ///
  /// Digits without `.` or `e` are taken exactly, also beyond 2^53 where JavaScript rounds.
  package var int: Int? {
    if let exact = Int(lexeme) { return exact }
    let value = double
    return isInteger && value.magnitude < 0x1p63 ? Int(value) : nil
  }
}
