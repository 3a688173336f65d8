extension Rest {
  /// The status line and the header lines; nil when they did not come whole.
  package var head: WireAnswer? {
    blankLine.map { WireAnswer(head: String(decoding: bytes[..<$0.upperBound], as: UTF8.self)) }
  }

  /// The bytes behind the head, as they came.
  package var body: [UInt8] { blankLine.map { Array(bytes[$0.upperBound...]) } ?? [] }

  private var blankLine: Range<Int>? { bytes.firstRange(of: Array("\r\n\r\n".utf8)) }
}
