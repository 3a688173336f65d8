/// A SHA-256 digest.
package struct SHA256Digest: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// The number of bytes in a digest.
  package static let length = 32

  /// The bytes of a digest are spread evenly, so that eight of them do.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// The digest of `bytes`.
  package static func of(_ bytes: [UInt8]) -> SHA256Digest {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    return hasher.finish()
  }

  /// The digest of the UTF-8 form of `text`.
  package static func of(_ text: String) -> SHA256Digest { of(Array(text.utf8)) }
}

extension SHA256Digest: CustomStringConvertible {
  /// 64 lowercase hexadecimal digits.
  package var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * Self.length)
    for byte in bytes {
      digits.append(Self.digit(byte >> 4))
      digits.append(Self.digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
}
