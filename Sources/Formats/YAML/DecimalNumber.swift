/// A number as people write it, exactly: digits, perhaps a sign, perhaps a point and more digits.
///
/// No binary floating point until somebody asks for it: 0.1 dollars are 100000 micro-dollars.
package struct DecimalNumber: Sendable, Equatable {
  private let digits: Int
  /// How many of the digits stand behind the point.
  private let places: Int

  /// At most 15 digits; nil when the text is no number, or a longer one.
  package init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let halves = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let all = halves.joined()
    guard halves.allSatisfy({ !$0.isEmpty }), all.utf8.count <= 15, all.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(all) else {
      return nil
    }
    digits = isNegative ? -number : number
    places = halves.count == 2 ? halves[1].utf8.count : 0
  }

  /// The number if it is whole, and not below zero.
  package var whole: Int? { scaled(by: 1) }

  /// The number if it is whole, on either side of zero.
  package var integer: Int? { digits % power == 0 ? digits / power : nil }

  package var double: Double { Double(digits) / Double(power) }

  /// So many times the number, if that is whole and not below zero.
  package func scaled(by factor: Int) -> Int? {
    let (product, isTooBig) = digits.multipliedReportingOverflow(by: factor)
    guard !isTooBig, digits >= 0, product % power == 0 else { return nil }
    return product / power
  }

  private var power: Int { (0..<places).reduce(1) { power, _ in power * 10 } }
}
