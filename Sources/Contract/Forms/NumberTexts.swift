internal import Support

extension Duration {
  /// The duration as Go prints it, in whole milliseconds: `240ms`, `7.5s`, `1m12s`.
  var goText: String {
    let milliseconds = millisecondsRoundedUp
    guard milliseconds >= 1_000 else { return "\(milliseconds)ms" }
    let (minutes, rest) = milliseconds.quotientAndRemainder(dividingBy: 60_000)
    return (minutes > 0 ? "\(minutes)m" : "") + rest.decimal(places: 3) + "s"
  }
}

extension Int {
  /// Returns the number divided by ten to the power of `places`, without trailing zeros: 94000 in 6 places is `0.094`.
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

extension String {
  /// Reads digits with an optional minus before them, and nothing else: no plus, no blanks, no point.
  ///
  /// A number that does not fit is the smallest or the largest `Int`: to bounds only its sign matters.
  var decimalInteger: Int? {
    let digits = utf8.first == 0x2D ? utf8.dropFirst() : utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(self) ?? (utf8.first == 0x2D ? .min : .max)
  }

  /// Returns at most `limit` characters; a longer text ends in an ellipsis.
  func shortened(to limit: Int = 60) -> String { count <= limit ? self : prefix(limit - 1) + "…" }
}
