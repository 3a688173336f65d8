internal import Support

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

  /// - Throws: when the text is none, or longer than an hour.
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

  /// - Throws: when the text is none, or more than 1 GiB.
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
