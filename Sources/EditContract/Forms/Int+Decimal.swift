extension Int {
  /// The number divided by ten to the power of `places`, without trailing zeros: 94000 in 6 places is `0.094`.
  func decimal(places: Int) -> String {
    let unit = (0..<places).reduce(UInt(1)) { unit, _ in unit * 10 }
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: unit)
    let sign = self < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    let digits = String(String(unit + rest).dropFirst().reversed().drop { $0 == "0" }.reversed())
    return "\(sign)\(whole).\(digits)"
  }
}
