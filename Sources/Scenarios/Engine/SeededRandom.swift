internal import Support

/// Random numbers that are a pure function of seed, scenario, step and how often a session has reached the step.
///
/// The same in every process and on every machine: FNV-1a over the names, SplitMix64 from there, and no floating-point functions of the
/// system's.
package struct SeededRandom: Sendable, Equatable {
  private var numbers: SplitMix64

  /// Makes the stream for one purpose of one step, the given time that the session reached it; both are counted from 1.
  package init(seed: UInt64, scenario: String, step: Int, reached: Int, purpose: String) {
    numbers = SplitMix64(seed: seed)
    for part in ["\(scenario)\u{0}\(purpose)".utf8.fnv1aHash, UInt64(step), UInt64(reached)] { mix(in: part) }
  }

  /// Returns a stream of its own: drawing from it changes nothing here, nor in the streams for other purposes.
  package func stream(for purpose: String) -> SeededRandom {
    var stream = self
    stream.mix(in: purpose.utf8.fnv1aHash)
    return stream
  }

  /// Draws 64 bits.
  package mutating func next() -> UInt64 { numbers.next() }

  /// Draws a number from 0 up to, not including, 1.
  package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  private mutating func mix(in part: UInt64) {
    numbers = SplitMix64(seed: SplitMix64.mix(numbers.state &+ SplitMix64.increment ^ SplitMix64.mix(part)))
  }
}

extension Sequence<UInt8> {
  /// The FNV-1a hash, which is the same in every process.
  var fnv1aHash: UInt64 { reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 } }
}

/// Functions that give the same bits on every machine: nothing but additions, multiplications, divisions and square roots, which IEEE 754
/// fixes to the last bit. The system's `log` and `exp` differ from one C library to the next.
enum StableMath {
  /// Returns the natural logarithm of a positive number.
  static func logarithm(_ number: Double) -> Double {
    var significand = number.significand
    var exponent = Double(number.exponent)
    if significand > 1.414_213_562_373_095_1 {
      significand /= 2
      exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    var power = ratio
    var sum = 0.0
    for divisor in stride(from: 1.0, through: 25, by: 2) {
      sum += power / divisor
      power *= ratio * ratio
    }
    return 2 * sum + exponent * naturalLogarithmOfTwo
  }

  /// Returns e to the power of the number.
  static func exponential(_ number: Double) -> Double {
    let doublings = (number / naturalLogarithmOfTwo).rounded()
    let rest = number - doublings * naturalLogarithmOfTwo
    var term = 1.0
    var sum = 1.0
    for divisor in stride(from: 1.0, through: 18, by: 1) {
      term *= rest / divisor
      sum += term
    }
    return sum * Double(sign: .plus, exponent: Int(doublings), significand: 1)
  }

  /// Returns what a standard normal variable stays below with this probability: Peter Acklam's approximation, right to 9 digits.
  static func normalQuantile(_ probability: Double) -> Double {
    let tail = 0.02425
    if probability < tail { return lowerTail((-2 * logarithm(probability)).squareRoot()) }
    if probability > 1 - tail { return -lowerTail((-2 * logarithm(1 - probability)).squareRoot()) }
    let distance = probability - 0.5
    let square = distance * distance
    return distance * polynomial(square, centreNumerator) / (polynomial(square, centreDenominator) * square + 1)
  }

  private static func lowerTail(_ distance: Double) -> Double {
    polynomial(distance, tailNumerator) / (polynomial(distance, tailDenominator) * distance + 1)
  }

  private static func polynomial(_ variable: Double, _ coefficients: [Double]) -> Double { coefficients.reduce(0) { $0 * variable + $1 } }

  private static let naturalLogarithmOfTwo = 0.693_147_180_559_945_3
  private static let centreNumerator = [
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01,
    2.506628277459239e+00,
  ]
  private static let centreDenominator = [
    -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01,
  ]
  private static let tailNumerator = [
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00, 4.374664141464968e+00,
    2.938163982698783e+00,
  ]
  private static let tailDenominator = [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00]
}
