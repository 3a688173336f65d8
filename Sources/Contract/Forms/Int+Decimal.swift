extension Int {
  /// The number divided by ten to the power of `places`, without trailing zeros: 94000 in 6 places is `0.094`.
  func decimal(places: Int) -> String {
    let unit = (0..<places).reduce(UInt(1)) { unit, _ in unit * 10 }
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: unit)
    let sign = self < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var (digits, width) = (rest, places)
    while digits.isMultiple(of: 10) { (digits, width) = (digits / 10, width - 1) }
    let text = String(digits)
    return "\(sign)\(whole).\(String(repeating: "0", count: width - text.utf8.count))\(text)"
  }
}
