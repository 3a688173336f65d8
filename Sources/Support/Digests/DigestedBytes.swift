extension [UInt8] {
  /// A length before what it is the length of keeps `ab` and `c` apart from `a` and `bc`.
  package mutating func append(length: Int) { append(number: UInt64(length)) }

  /// Eight bytes, the lowest first.
  package mutating func append(number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }

  /// A text, its length before it.
  package mutating func append(text: String) {
    append(length: text.utf8.count)
    append(contentsOf: text.utf8)
  }
}
