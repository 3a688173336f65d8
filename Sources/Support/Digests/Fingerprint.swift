internal import CSupport

/// Tells bytes apart at the speed of memory, where there is no point in forging them: by chance two agree once in 2^64.
package struct Fingerprint: Hashable, Sendable {
  private let low: UInt64
  private let high: UInt64

  /// Makes the fingerprint of some bytes.
  ///
  /// - Precondition: `range` lies inside of `bytes`.
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
