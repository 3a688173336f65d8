/// A moment as calendars have it, in UTC.
struct CivilTime {
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

func padded(_ number: Int, to width: Int = 2) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension Int {
  /// Quotient and remainder of a division whose remainder is never negative.
  func flooringDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
