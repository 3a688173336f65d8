internal import Glibc

/// What a server is called in its certificate: a DNS name or an IP address.
package enum ServerName: Sendable, Equatable {
  /// `localhost`, `*.example.com`.
  case name(String)
  /// 4 or 16 bytes in network order.
  case address([UInt8])

  /// - Parameter text: a host name, or an address as it is written, IPv6 without brackets; nil for anything else.
  package init?(_ text: String) {
    if let bytes = Self.bytes(text, AF_INET, 4) ?? Self.bytes(text, AF_INET6, 16) {
      self = .address(bytes)
      return
    }
    guard !text.isEmpty, text.utf8.count <= 253, text.utf8.allSatisfy(Self.mayStandInName) else { return nil }
    self = .name(text)
  }

  /// The bytes as they stand in a certificate.
  var bytes: [UInt8] {
    switch self {
    case .name(let name): Array(name.utf8)
    case .address(let bytes): bytes
    }
  }

  var isAddress: Bool { if case .address = self { true } else { false } }

  private static func bytes(_ text: String, _ family: Int32, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return unsafe inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }

  private static func mayStandInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "*"): true
    default: false
    }
  }
}
