extension Duration {
  /// Whole milliseconds, a begun one counted as whole.
  var wholeMilliseconds: Int { rounded(upTo: 1_000) }

  /// Whole seconds, a begun one counted as whole.
  var wholeSeconds: Int { rounded(upTo: 1) }

  /// As Go prints it, to the millisecond: `240ms`, `7.5s`, `1m12s`.
  var goText: String {
    let milliseconds = wholeMilliseconds
    guard milliseconds >= 1_000 else { return "\(milliseconds)ms" }
    let (minutes, rest) = milliseconds.quotientAndRemainder(dividingBy: 60_000)
    return (minutes > 0 ? "\(minutes)m" : "") + rest.decimal(places: 3) + "s"
  }

  private func rounded(upTo unitsPerSecond: Int64) -> Int {
    let (seconds, attoseconds) = components
    let attosecondsPerUnit = 1_000_000_000_000_000_000 / unitsPerSecond
    let begun = (attoseconds + attosecondsPerUnit - 1) / attosecondsPerUnit
    return Int(seconds * unitsPerSecond + begun)
  }
}
