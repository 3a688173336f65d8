/// The value of a parameter whose name ends in `*`: `UTF-8'en'%e2%82%ac` (RFC 8187).
enum ExtendedParameterValue {
  /// The decoded text; nil for another charset than UTF-8 and ISO-8859-1, and for a value of another form.
  static func text(of value: [UInt8]) -> String? {
    let pieces = value.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3, let bytes = try? PercentEncoding.decode(bytes: Array(pieces[2])) else { return nil }
    switch String(decoding: pieces[0], as: UTF8.self).lowercased() {
    case "utf-8": return String(decoding: bytes, as: UTF8.self)
    case "iso-8859-1": return String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
    default: return nil
    }
  }
}
