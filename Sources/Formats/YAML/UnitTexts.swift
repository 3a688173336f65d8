internal import Support

/// A decimal number, exactly: digits, perhaps a sign, perhaps a point and more digits.
///
/// No binary floating point before `double`: 0.1 dollars are 100000 micro-dollars.
package struct DecimalNumber: Sendable, Equatable {
  private let digits: Int
  /// How many of the digits stand behind the point.
  private let fractionDigits: Int

  /// Reads at most 15 digits; nil when the text is no number, or a longer one.
  package init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let halves = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let all = halves.joined()
    guard halves.allSatisfy({ !$0.isEmpty }), all.utf8.count <= 15, all.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(all) else {
      return nil
    }
    digits = isNegative ? -number : number
    fractionDigits = halves.count == 2 ? halves[1].utf8.count : 0
  }

  /// The number if it is whole, and not below zero.
  package var whole: Int? { scaled(by: 1) }

  /// The number if it is whole, on either side of zero.
  package var integer: Int? { digits % power == 0 ? digits / power : nil }

  /// The nearest binary number.
  package var double: Double { Double(digits) / Double(power) }

  /// Returns the number times `factor`, if that is whole and not below zero.
  package func scaled(by factor: Int) -> Int? {
    let (product, isTooBig) = digits.multipliedReportingOverflow(by: factor)
    guard !isTooBig, digits >= 0, product % power == 0 else { return nil }
    return product / power
  }

  private var power: Int { (0..<fractionDigits).reduce(1) { power, _ in power * 10 } }
}

/// Lengths of time: `250ms`, `1.5s`, `2m`.
package enum DurationText {
  /// No wait is longer: a client that waits an hour has given up.
  package static let longest = Duration.seconds(3600)

  /// What `read` takes, as a regular expression, which is as exact as that up to six digits behind the point.
  package static let form: String = {
    let units = [
      ("([0-9]{1,6}|[12][0-9]{6}|3[0-5][0-9]{5})", "3600000", "ms"), ("([0-9]{1,3}|[12][0-9]{3}|3[0-5][0-9]{2})", "3600", "s"),
      ("[1-5]?[0-9]", "60", "m"), ("0", "1", "h"),
    ]
    let texts = units.map { less, most, unit in "(\(less)(\\.[0-9]{1,6})?|\(most)(\\.0{1,6})?) *\(unit)" }
    return "^(\(texts.joined(separator: "|")))$"
  }()

  /// Reads a length of time; throws when the text is none, or longer than an hour.
  package static func read(_ text: String) throws(TextSyntaxError) -> Duration {
    guard let (number, unit) = split(text), let scale = nanoseconds[unit], let total = number.scaled(by: scale) else {
      throw TextSyntaxError("'\(text)' is no length of time; write a number and its unit (ms, s, m or h), such as `250ms` or `1.5s`")
    }
    guard Duration.nanoseconds(total) <= longest else { throw TextSyntaxError("'\(text)' is too long; write at most `1h`") }
    return .nanoseconds(total)
  }

  private static let nanoseconds = ["ms": 1_000_000, "s": 1_000_000_000, "m": 60_000_000_000, "h": 3_600_000_000_000]
}

/// Numbers of bytes: `2000`, `64KiB`, `1.5MB`.
package enum ByteCountText {
  /// More than any body that is ever sent or taken.
  package static let most = 1_073_741_824

  /// Reads a number of bytes; throws when the text is none, or more than 1 GiB.
  package static func count(_ text: String) throws(TextSyntaxError) -> Int {
    guard let (number, unit) = split(text), let scale = bytes[unit], let count = number.scaled(by: scale) else {
      throw TextSyntaxError("'\(text)' is no number of bytes; write one with or without a unit (B, KB, KiB, MB, MiB), such as `64KiB`")
    }
    guard count <= most else { throw TextSyntaxError("'\(text)' is too many; write at most `1024MiB`") }
    return count
  }

  private static let bytes = ["": 1, "B": 1, "KB": 1000, "KiB": 1024, "MB": 1_000_000, "MiB": 1_048_576]
}

/// The number that a text begins with, and the unit behind it.
private func split(_ text: String) -> (DecimalNumber, unit: String)? {
  let end = text.firstIndex { !($0.isASCII && ($0.isNumber || $0 == ".")) } ?? text.endIndex
  return DecimalNumber(String(text[..<end])).map { ($0, String(text[end...]).trimmed) }
}
