/// Dates as header lines have them.
package enum HTTPDate {
  /// Returns the IMF-fixdate of a Unix time in seconds, such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
  package static func text(unixTime: Int) -> String {
    let time = CivilTime(unixTime: unixTime)
    // 1 January 1970 was a Thursday.
    let weekday = weekdays[time.days.flooringDivision(by: 7).remainder]
    return "\(weekday), \(padded(time.day)) \(months[time.month - 1]) \(padded(time.year, to: 4)) \(time.clock) GMT"
  }

  /// Reads an IMF-fixdate; gives the Unix time in seconds, nil when it is none.
  package static func unixTime(_ text: String) -> Int? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let month = months.firstIndex(of: words[2]),
      let year = Int(words[3]), 1_900...9_999 ~= year
    else { return nil }
    let parts = words[4].split(separator: ":").compactMap { $0.utf8.count == 2 ? Int($0) : nil }
    guard parts.count == 3, 0...23 ~= parts[0], 0...59 ~= parts[1], 0...60 ~= parts[2] else { return nil }
    let time = CivilTime(year: year, month: month + 1, day: day, second: min(parts[0] * 3_600 + parts[1] * 60 + parts[2], 86_399))
    return time.exists ? time.unixTime : nil
  }

  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

/// Times as ISO 8601 writes them, in UTC and to the millisecond.
package enum ISOTime {
  /// Returns `2026-11-27T20:19:33.123Z`.
  package static func text(unixMilliseconds: Int) -> String {
    let (seconds, milliseconds) = unixMilliseconds.flooringDivision(by: 1_000)
    let time = CivilTime(unixTime: seconds)
    return "\(padded(time.year, to: 4))-\(padded(time.month))-\(padded(time.day))T\(time.clock).\(padded(milliseconds, to: 3))Z"
  }

  /// Reads `2026-11-27T20:19:33Z`, with or without a fraction, with `Z` or an offset such as `+01:00`, as Unix time in milliseconds; nil
  /// when the text is no such time.
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

/// A time as calendars have it, in UTC.
private struct CivilTime {
  var year: Int
  var month: Int
  var day: Int
  /// Of the day.
  var second: Int

  /// Days since 1 January 1970, which was a Thursday.
  var days: Int {
    let shifted = month > 2 ? year : year - 1
    let (era, yearOfEra) = shifted.flooringDivision(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  var unixTime: Int { days * 86_400 + second }
}

extension CivilTime {
  /// Counted in years that begin in March, so that the leap day is the last one of its year, and in eras of 400 years, which are alike.
  init(unixTime: Int) {
    let (days, second) = unixTime.flooringDivision(by: 86_400)
    let (era, dayOfEra) = (days + 719_468).flooringDivision(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    self.second = second
  }

  /// `08:49:37`.
  var clock: String { "\(padded(second / 3_600)):\(padded(second / 60 % 60)):\(padded(second % 60))" }

  /// Whether it is a day of the calendar and a second of the day.
  var exists: Bool {
    guard 1...12 ~= month, day >= 1, 0..<86_400 ~= second else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

private func padded(_ number: Int, to width: Int = 2) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension Int {
  /// Quotient and remainder of a division whose remainder is never negative.
  fileprivate func flooringDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
