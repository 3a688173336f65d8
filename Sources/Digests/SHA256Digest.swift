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
    let digits = Array("0123456789abcdef".utf8)
    let hexadecimal = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: hexadecimal, as: UTF8.self)
  }
}
