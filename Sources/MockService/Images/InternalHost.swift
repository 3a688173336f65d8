internal import Support

/// Knows the hosts that a server on the internet does not fetch images from: itself, and the networks behind it.
///
/// Addresses are read as URL readers do (WHATWG URL, "IPv4 parser"): `0177.0.0.1`, `0x7f.1` and `2130706433` are 127.0.0.1, too.
enum InternalHost {
  /// Tells whether a host, in small letters and without brackets, is one of them.
  static func matches(_ host: String) -> Bool {
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    if let address = ipv4(name) { return isInternal(address) }
    if let bytes = SocketAddress.bytes(ofLiteral: name), bytes.count == 16 { return isInternal(bytes) }
    return !name.contains(".") || suffixes.contains { name.hasSuffix($0) }
  }

  /// Names that resolve inside a network only (RFC 6761, 6762, 8375 and ICANN's `internal`), and those of /etc/hosts.
  private static let suffixes = [".localhost", ".localdomain", ".internal", ".local", ".home.arpa"]

  /// First address and length of the prefix. Source: IANA's registry of special-purpose IPv4 addresses, and multicast.
  private static let blocks: [(UInt32, Int)] = [
    (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16), (0xAC10_0000, 12), (0xC000_0000, 24),
    (0xC0A8_0000, 16), (0xC612_0000, 15), (0xE000_0000, 4), (0xF000_0000, 4),
  ]

  private static func isInternal(_ address: UInt32) -> Bool { blocks.contains { (address ^ $0) >> (32 - UInt32($1)) == 0 } }

  /// Beyond 2000::/3 nothing is public but what stands for an IPv4 address.
  private static func isInternal(_ bytes: [UInt8]) -> Bool {
    let zeros = [UInt8](repeating: 0, count: 8)
    let prefixes = [zeros + [0, 0, 0, 0], zeros + [0, 0, 0xFF, 0xFF], zeros + [0xFF, 0xFF, 0, 0], [0, 0x64, 0xFF, 0x9B] + zeros]
    if prefixes.contains(where: bytes.starts) { return isInternal(number(bytes[12...])) }
    // 6to4
    if bytes.starts(with: [0x20, 0x02]) { return isInternal(number(bytes[2..<6])) }
    return bytes[0] & 0xE0 != 0x20
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

  /// One to four numbers, each decimal, octal or hexadecimal; the last one stands for all bytes that are left.
  private static func ipv4(_ name: String) -> UInt32? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap(part)
    guard 1...4 ~= parts.count, numbers.count == parts.count, let last = numbers.last else { return nil }
    let leading = numbers.dropLast()
    guard leading.allSatisfy({ $0 < 256 }), last < 1 << (8 * UInt64(5 - numbers.count)) else { return nil }
    return UInt32(leading.enumerated().reduce(last) { $0 + $1.element << UInt64(8 * (3 - $1.offset)) })
  }

  private static func part(_ text: Substring) -> UInt64? {
    if text == "0x" { return 0 }
    let (digits, radix) = text.hasPrefix("0x") ? (text.dropFirst(2), 16) : (text, text.hasPrefix("0") && text.count > 1 ? 8 : 10)
    // A sign is a number to Swift.
    return digits.first.map(\.isHexDigit) == true ? UInt64(digits, radix: radix) : nil
  }
}
