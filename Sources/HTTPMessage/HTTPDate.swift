/// The date of header lines.
package enum HTTPDate {
  /// The IMF-fixdate of a Unix time in seconds, such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
  package static func text(unixTime: Int) -> String {
    let time = CivilTime(unixTime: unixTime)
    // 1 January 1970 was a Thursday.
    let weekday = weekdays[time.days.flooringDivision(by: 7).remainder]
    return "\(weekday), \(padded(time.day)) \(months[time.month - 1]) \(padded(time.year, to: 4)) \(time.clock) GMT"
  }

  /// The Unix time in seconds of an IMF-fixdate; nil: it is none.
  package static func unixTime(_ text: String) -> Int? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let month = months.firstIndex(of: words[2]),
      let year = Int(words[3]),
      1_900...9_999 ~= year
    else { return nil }
    let parts = words[4].split(separator: ":").compactMap { $0.utf8.count == 2 ? Int($0) : nil }
    guard parts.count == 3, 0...23 ~= parts[0], 0...59 ~= parts[1], 0...60 ~= parts[2] else { return nil }
    let time = CivilTime(year: year, month: month + 1, day: day, second: min(parts[0] * 3_600 + parts[1] * 60 + parts[2], 86_399))
    return time.exists ? time.unixTime : nil
  }

  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
