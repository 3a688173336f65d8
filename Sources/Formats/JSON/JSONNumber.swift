/// A number as it was written, and what JavaScript would make of it.
package struct JSONNumber: Sendable, Equatable {
  /// Where it stands in the text.
  package let range: Range<Int>
  /// As written: `1`, `-0`, `1.50`, `2e3`.
  package let lexeme: String

  /// The value as the double nearest to it; infinite beyond 1.8e308.
  package var double: Double { Double(lexeme) ?? .nan }

  /// Whether `Number.isInteger` holds: true of `1`, `1.0`, `1e2`, `1e30`; false of `1.5` and `1e400`.
  package var isInteger: Bool {
    let value = double
    guard value.magnitude < 0x1p63 else { return value.isFinite }
    return Double(Int(value)) == value
  }

  /// The value of an integer that fits, `1.0` and `1e2` among them; nil for fractions and beyond 64 bits. Digits without `.` or `e` are
  /// taken exactly, also beyond 2^53 where JavaScript rounds.
  package var int: Int? {
    if let exact = Int(lexeme) { return exact }
    let value = double
    return isInteger && value.magnitude < 0x1p63 ? Int(value) : nil
  }
}

extension Double {
  /// What `JSON.stringify` prints for a number: `1`, `0.00001`, `1e-7`, `1e+21`; `null` for infinities and NaN. The shortest digits that
  /// read back the same are Swift's own; only their layout differs (ECMA-262, Number::toString).
  var javaScriptText: String {
    guard isFinite else { return "null" }
    guard self != 0 else { return "0" }
    let (digits, point) = magnitude.shortestDigits
    return (self < 0 ? "-" : "") + Double.layOut(digits, point: point)
  }

  /// The significant digits, and how many of them stand before the decimal point (negative or beyond their count: zeros between).
  private var shortestDigits: (digits: String, point: Int) {
    let parts = description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let all = mantissa.joined()
    let leading = all.prefix { $0 == "0" }.count
    var digits = String(all.dropFirst(leading))
    while digits.hasSuffix("0") { digits.removeLast() }
    return (digits, mantissa[0].count - leading + exponent)
  }

  private static func layOut(_ digits: String, point: Int) -> String {
    let count = digits.count
    switch point {
    case count...21 where point >= count: return digits + String(repeating: "0", count: point - count)
    case 1...21: return digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0: return "0." + String(repeating: "0", count: -point) + digits
    default:
      let fraction = count > 1 ? "." + digits.dropFirst() : ""
      return digits.prefix(1) + fraction + "e" + (point > 0 ? "+" : "") + String(point - 1)
    }
  }
}
