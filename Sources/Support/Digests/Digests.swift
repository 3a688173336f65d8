internal import CNettle
internal import CSupport

/// A SHA-256 digest.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// The number of bytes in a digest.
  package static let length = 32

  /// Hashes eight of the bytes: they are spread evenly.
  package func hash(into hasher: inout Hasher) { hasher.combine(bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }) }

  /// Returns the digest of `bytes`.
  package static func of(_ bytes: [UInt8]) -> SHA256Digest {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    return hasher.finish()
  }

  /// Returns the digest of the UTF-8 form of `text`.
  package static func of(_ text: String) -> SHA256Digest { of(Array(text.utf8)) }

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

/// A SHA-256 that takes its input in pieces.
///
/// Only the concatenation counts, not where the pieces were cut.
package struct SHA256Hasher: ~Copyable {
  private var state = sha256_ctx()

  /// Begins with no bytes.
  package init() { unsafe nettle_sha256_init(&state) }

  /// Takes more bytes.
  package mutating func update(_ bytes: [UInt8]) {
    if bytes.isEmpty { return }
    unsafe nettle_sha256_update(&state, bytes.count, bytes)
  }

  /// Takes the UTF-8 form of `text`.
  package mutating func update(_ text: String) { update(Array(text.utf8)) }

  /// Returns the digest of all that was taken.
  package consuming func finish() -> SHA256Digest {
    var bytes = [UInt8](repeating: 0, count: SHA256Digest.length)
    unsafe nettle_sha256_digest(&state, bytes.count, &bytes)
    return SHA256Digest(bytes: bytes)
  }
}

/// Fields of a digest's input, such that different fields are different bytes.
extension [UInt8] {
  /// Appends a length: before what it is the length of, it keeps `ab` and `c` apart from `a` and `bc`.
  package mutating func append(length: Int) { append(number: UInt64(length)) }

  /// Appends eight bytes, the lowest first.
  package mutating func append(number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }

  /// Appends a text, its length before it.
  package mutating func append(text: String) {
    append(length: text.utf8.count)
    append(contentsOf: text.utf8)
  }
}

/// Tells bytes apart at the speed of memory, where there is no point in forging them: by chance two agree once in 2^64.
package struct Fingerprint: Hashable, Sendable {
  private let low: UInt64
  private let high: UInt64

  /// Makes the fingerprint of the bytes in `range`, which lies inside of them.
  package init(_ bytes: [UInt8], in range: Range<Int>) {
    let made = unsafe bytes.withUnsafeBytes { bytes in
      let piece = unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
      return unsafe fingerprint_of(piece.baseAddress, piece.count)
    }
    (low, high) = (made.low, made.high)
  }

  /// 32 bits of it, where that is enough.
  package var checksum: UInt32 { UInt32(truncatingIfNeeded: low) }
}
