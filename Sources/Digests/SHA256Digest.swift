internal import CGnuTLS

/// A SHA-256 digest.
package struct SHA256Digest: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// The number of bytes in a digest.
  package static let length = 32

  /// The digest of `bytes`.
  package static func of(_ bytes: [UInt8]) -> SHA256Digest {
    unsafe writing { output in
      unsafe bytes.withUnsafeBytes { input in
        unsafe gnutls_hash_fast(GNUTLS_DIG_SHA256, input.baseAddress, input.count, output)
      }
    }
  }

  /// The digest of the UTF-8 form of `text`.
  package static func of(_ text: String) -> SHA256Digest { of(Array(text.utf8)) }

  /// A digest of what `body` writes to the 32 bytes it is given; `body` answers GnuTLS's return code.
  static func writing(_ body: (UnsafeMutableRawPointer) -> CInt) -> SHA256Digest {
    var bytes = [UInt8](repeating: 0, count: length)
    let code = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe buffer.baseAddress.map { unsafe body($0) } ?? GNUTLS_E_INTERNAL_ERROR
    }
    GnuTLSFailure.check(code)
    return SHA256Digest(bytes: bytes)
  }
}

extension SHA256Digest: CustomStringConvertible {
  /// 64 lowercase hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    let hexadecimal = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: hexadecimal, as: UTF8.self)
  }
}
