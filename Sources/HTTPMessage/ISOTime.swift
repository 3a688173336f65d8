/// Moments as ISO 8601 writes them, in UTC and to the millisecond.
package enum ISOTime {
  /// `2026-11-27T20:19:33.123Z`.
  package static func text(unixMilliseconds: Int) -> String {
    let (seconds, milliseconds) = unixMilliseconds.flooringDivision(by: 1_000)
    let time = CivilTime(unixTime: seconds)
    return "\(padded(time.year, to: 4))-\(padded(time.month))-\(padded(time.day))T\(time.clock).\(padded(milliseconds, to: 3))Z"
  }

  /// The Unix time in milliseconds of `2026-11-27T20:19:33Z`, with or without a fraction, with `Z` or an offset such as `+01:00`; nil: it is none.
  package static func unixMilliseconds(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, [4, 7].allSatisfy({ bytes[$0] == 0x2D }), bytes[10] | 0x20 == 0x74,
      [13, 16].allSatisfy({ bytes[$0] == 0x3A }),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]),
      let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]), hour < 24, minute < 60, second < 60
    else { return nil }
    let time = CivilTime(year: year, month: month, day: day, second: hour * 3_600 + minute * 60 + second)
    guard time.exists, let (milliseconds, rest) = fraction(bytes[19...]), let offset = offset(rest) else { return nil }
    return (time.unixTime - offset) * 1_000 + milliseconds
  }

  /// The milliseconds of `.123456`, or none, and what follows.
  private static func fraction(_ bytes: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>)? {
    guard bytes.first == 0x2E else { return (0, bytes) }
    let digits = bytes.dropFirst().prefix { 0x30...0x39 ~= $0 }
    guard !digits.isEmpty, let milliseconds = number((Array(digits) + [0x30, 0x30]).prefix(3)) else { return nil }
    return (milliseconds, bytes.dropFirst(1 + digits.count))
  }

  /// Seconds before UTC's time.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(bytes)
    if bytes.count == 1, bytes[0] | 0x20 == 0x7A { return 0 }
    guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A, let hours = number(bytes[1..<3]),
      let minutes = number(bytes[4..<6]), hours < 24, minutes < 60
    else { return nil }
    return (bytes[0] == 0x2B ? 1 : -1) * (hours * 3_600 + minutes * 60)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy { 0x30...0x39 ~= $0 } ? digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } : nil
  }
}
