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
    var text = Array("req_".utf8)
    text.reserveCapacity(36)
    mixed(start).appendHexadecimal(to: &text)
    mixed(start &+ count &* 0x9E37_79B9_7F4A_7C15).appendHexadecimal(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// SplitMix64's finisher: near numbers come out unlike each other, and different ones stay different.
  private func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension UInt64 {
  /// 16 digits.
  fileprivate func appendHexadecimal(to text: inout [UInt8]) {
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: self >> UInt64(shift)) & 15
      text.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
