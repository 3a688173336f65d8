internal import Synchronization

/// Names for requests: different for each request of a process, and for each process.
final class RequestIDs: Sendable {
  private let next = Atomic<UInt64>(0)
  private let start: UInt64

  /// - Parameter start: any number that differs between processes, such as the time they began at.
  init(start: UInt64) { self.start = start }

  /// `req_` and 32 hexadecimal digits.
  func make() -> String {
    let count = next.add(1, ordering: .relaxed).newValue
    return "req_" + mixed(start).hexadecimal + mixed(start &+ count &* 0x9E37_79B9_7F4A_7C15).hexadecimal
  }

  /// SplitMix64's finisher: near numbers come out unlike each other, and different ones stay different.
  private func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension UInt64 {
  /// 16 hexadecimal digits.
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
