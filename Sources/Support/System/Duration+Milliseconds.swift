extension Duration {
  /// Returns whole milliseconds, with a part of one left out (rounded towards zero).
  package var millisecondsRoundedDown: Int { Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000) }

  /// Returns whole milliseconds, with a part of one counted as a whole one.
  package var millisecondsRoundedUp: Int { roundedUp(unitsPerSecond: 1_000) }

  /// Returns whole seconds, with a part of one counted as a whole one.
  package var secondsRoundedUp: Int { roundedUp(unitsPerSecond: 1) }

  /// Returns milliseconds with their fraction, as exactly as a `Double` holds them.
  package var inMilliseconds: Double { Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15 }

  /// Returns milliseconds with at most three decimals (rounded towards zero), for JSON.
  package var inMillisecondsToMicrosecond: Double {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    return Double(microseconds) / 1_000
  }

  private func roundedUp(unitsPerSecond: Int64) -> Int {
    let (seconds, attoseconds) = components
    let (units, rest) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000 / unitsPerSecond)
    return Int(seconds * unitsPerSecond + units + (rest > 0 ? 1 : 0))
  }
}
