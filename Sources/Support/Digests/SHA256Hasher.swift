internal import CNettle

/// A SHA-256 that takes its input in pieces.
///
/// Only the concatenation counts, not where the pieces were cut.
package struct SHA256Hasher: ~Copyable {
  private var state = sha256_ctx()

  package init() { unsafe nettle_sha256_init(&state) }

  package mutating func update(_ bytes: [UInt8]) {
    if bytes.isEmpty { return }
    unsafe nettle_sha256_update(&state, bytes.count, bytes)
  }

  /// Takes the UTF-8 form of `text`.
  package mutating func update(_ text: String) { update(Array(text.utf8)) }

  package consuming func finish() -> SHA256Digest {
    var bytes = [UInt8](repeating: 0, count: SHA256Digest.length)
    unsafe nettle_sha256_digest(&state, bytes.count, &bytes)
    return SHA256Digest(bytes: bytes)
  }
}
