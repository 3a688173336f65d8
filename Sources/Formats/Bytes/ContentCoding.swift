internal import CDeflate

/// A coding of `Content-Encoding` that can be undone and made (RFC 9110, 8.4.1).
///
///     try ContentCoding.gzip.decode(body, limit: 36_700_160)
package enum ContentCoding: String, Sendable, CaseIterable {
  /// One gzip member or several behind each other (RFC 1952).
  case gzip
  /// The zlib format (RFC 1950): a raw deflate stream is none.
  case deflate

  /// Returns the decoded bytes, of which there are at most `limit`: what a small body can grow to has a bound.
  package func decode(_ bytes: [UInt8], limit: Int) throws(ContentCodingError) -> [UInt8] {
    var problem: ContentCodingError?
    // Memory that is not written to is not taken from the system.
    let decoded = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      do throws(ContentCodingError) { count = try unsafe decode(bytes, into: buffer) } catch { problem = error }
    }
    if let problem { throw problem }
    return decoded
  }

  /// Decodes member by member, and returns how many bytes were written.
  private func decode(_ bytes: [UInt8], into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ContentCodingError) -> Int {
    let decompressor = unsafe libdeflate_alloc_decompressor()
    defer { unsafe libdeflate_free_decompressor(decompressor) }
    var (read, written) = (0, 0)
    repeat {
      var (taken, made) = (0, 0)
      let result = unsafe bytes.withUnsafeBytes { bytes in
        let input = unsafe UnsafeRawBufferPointer(rebasing: bytes[read...])
        let output = unsafe UnsafeMutableBufferPointer(rebasing: buffer[written...])
        return switch self {
        case .gzip:
          unsafe libdeflate_gzip_decompress_ex(
            decompressor, input.baseAddress, input.count, output.baseAddress, output.count, &taken, &made)
        case .deflate:
          unsafe libdeflate_zlib_decompress_ex(
            decompressor, input.baseAddress, input.count, output.baseAddress, output.count, &taken, &made)
        }
      }
      switch result {
      case LIBDEFLATE_SUCCESS: (read, written) = (read + taken, written + made)
      case LIBDEFLATE_INSUFFICIENT_SPACE: throw .tooLong(limit: buffer.count)
      default: throw .malformed(self, offset: read)
      }
    } while read < bytes.count && self == .gzip
    guard read == bytes.count else { throw .malformed(self, offset: read) }
    return written
  }

  /// Returns the bytes in this coding.
  package func encode(_ bytes: [UInt8]) -> [UInt8] {
    let compressor = unsafe libdeflate_alloc_compressor(6)
    defer { unsafe libdeflate_free_compressor(compressor) }
    let bound =
      unsafe self == .gzip
      ? libdeflate_gzip_compress_bound(compressor, bytes.count) : libdeflate_zlib_compress_bound(compressor, bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count =
        unsafe self == .gzip
        ? libdeflate_gzip_compress(compressor, bytes, bytes.count, buffer.baseAddress, bound)
        : libdeflate_zlib_compress(compressor, bytes, bytes.count, buffer.baseAddress, bound)
    }
  }
}

/// Why bytes could not be decoded.
package enum ContentCodingError: Error, Equatable, CustomStringConvertible {
  /// They decode to more than so many bytes.
  case tooLong(limit: Int)
  /// What begins at that offset is damaged, cut off, or in another format.
  case malformed(ContentCoding, offset: Int)

  /// `byte 0: no gzip, or cut off or damaged`.
  package var description: String {
    switch self {
    case .tooLong(let limit): "decodes to more than \(limit) bytes"
    case .malformed(let coding, let offset): "byte \(offset): no \(coding == .gzip ? "gzip" : "zlib"), or cut off or damaged"
    }
  }
}
