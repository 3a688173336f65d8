/// A parsed JSON text together with its bytes.
///
/// Strict RFC 8259: no comments, trailing commas, leading zeros, `NaN`, raw control characters, byte order mark.
/// Big strings are not copied: they stay ranges of `bytes` until someone asks for them.
package struct JSONDocument: Sendable {
  package let bytes: [UInt8]
  package let root: JSONValue

  /// Parses a whole text.
  ///
  /// - Throws: the first thing that cannot be, with its offset.
  package init(parsing bytes: consuming [UInt8], limits: JSONLimits = .default) throws(JSONError) {
    var parser = JSONParser(bytes: bytes, limits: limits)
    root = try parser.parse()
    self.bytes = parser.bytes
  }

  /// The string, unescaped; lone surrogates and invalid UTF-8 become U+FFFD.
  ///
  /// - Precondition: `string` is of this document; so for the other functions.
  package func text(of string: JSONString) -> String {
    if string.hasEscapes { return String(decoding: bytes(of: string), as: UTF8.self) }
    return String(decoding: bytes[string.rawRange], as: UTF8.self)
  }

  /// The length that JavaScript's `.length` would give: UTF-16 code units, a lone surrogate counts 1.
  package func utf16Count(of string: JSONString) -> Int {
    // U+FFFD, which stands for a lone surrogate here, is one code unit too.
    text(of: string).utf16.count
  }

  /// The unescaped bytes of a string: UTF-8 if the text was; lone surrogates become U+FFFD.
  ///
  /// Without escapes `bytes[string.rawRange]` is the same and costs no copy.
  package func bytes(of string: JSONString) -> [UInt8] {
    string.hasEscapes ? JSONEscapes.unescaped(bytes, in: string.rawRange) : Array(bytes[string.rawRange])
  }
}
