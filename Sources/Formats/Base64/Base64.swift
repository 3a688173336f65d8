/// Base64 text to bytes and back (RFC 4648).
///
/// Decoding takes what Node's decoder takes from real clients: line breaks and spaces anywhere, the URL-safe alphabet also mixed
/// with the standard one, padding or none. It refuses what Node would silently skip.
package enum Base64 {
  /// Decodes a text.
  ///
  /// - Throws: the first character that cannot be, with its offset.
  package static func decode(_ text: Span<UInt8>) throws(Base64Error) -> [UInt8] {
    var decoding = Base64Decoding(capacity: text.count / 4 * 3 + 3)
    try decoding.decode(text)
    return decoding.result()
  }

  /// Decodes a part of `bytes`; the offset of an error counts from the start of `bytes`.
  ///
  /// - Precondition: `range` lies inside of `bytes`.
  package static func decode(_ bytes: [UInt8], in range: Range<Int>) throws(Base64Error) -> [UInt8] {
    do {
      return try decode(bytes.span.extracting(range))
    } catch {
      throw Base64Error(offset: range.lowerBound + error.offset, message: error.message)
    }
  }

  /// Decodes all of `bytes`.
  package static func decode(_ bytes: [UInt8]) throws(Base64Error) -> [UInt8] { try decode(bytes.span) }
}
