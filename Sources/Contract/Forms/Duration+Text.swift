internal import Support

extension Duration {
  /// As Go prints it, to the millisecond: `240ms`, `7.5s`, `1m12s`.
  var goText: String {
    let milliseconds = millisecondsRoundedUp
    guard milliseconds >= 1_000 else { return "\(milliseconds)ms" }
    let (minutes, rest) = milliseconds.quotientAndRemainder(dividingBy: 60_000)
    return (minutes > 0 ? "\(minutes)m" : "") + rest.decimal(places: 3) + "s"
  }
}
