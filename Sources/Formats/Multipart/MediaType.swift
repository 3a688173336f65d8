internal import HTTPMessage

/// A `Content-Type` value taken apart: `multipart/form-data; boundary=x`.
package struct MediaType: Sendable, Equatable {
  /// Lower-cased.
  package let type: String
  /// Lower-cased.
  package let subtype: String
  /// In the order of the header, names lower-cased, quotes and escapes taken off the values.
  package let parameters: [(name: String, value: String)]

  /// `type/subtype`.
  package var essence: String { "\(type)/\(subtype)" }

  /// Reads a header value; a parameter that comes twice is an error.
  package init(parsing text: String) throws(SyntaxError) {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    type = try MediaType.token(bytes, &offset)
    guard bytes.span.byte(at: offset) == UInt8(ascii: "/") else {
      throw SyntaxError(expected: "'/' after the type", at: offset, in: bytes.span)
    }
    offset += 1
    subtype = try MediaType.token(bytes, &offset)
    parameters = try HeaderParameters.parse(bytes, from: offset).map { ($0.name, String(decoding: $0.value, as: UTF8.self)) }
  }

  /// The value of a parameter; `name` in lower case.
  package subscript(parameter name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// Compares types and parameters, these in their order.
  package static func == (left: MediaType, right: MediaType) -> Bool {
    left.essence == right.essence && left.parameters.elementsEqual(right.parameters) { $0 == $1 }
  }

  private static func token(_ bytes: [UInt8], _ offset: inout Int) throws(SyntaxError) -> String {
    let token = bytes[offset...].prefix { $0.isHeaderTokenByte }
    guard !token.isEmpty else { throw SyntaxError(expected: "a media type such as image/png", at: offset, in: bytes.span) }
    offset = token.endIndex
    return String(decoding: token.map(\.asciiLowercased), as: UTF8.self)
  }

  /// Returns the boundary that parts the body of a form: 1 to 70 bytes, whatever they are but line breaks and NUL.
  ///
  /// - Throws: `notFormData`, `missingBoundary` or `badBoundary`, with offset 0: what is wrong is not in the body.
  package func boundary() throws(MultipartError) -> [UInt8] {
    guard essence == "multipart/form-data" else {
      throw MultipartError(.notFormData, at: 0, "expected the content type multipart/form-data but found \(essence)")
    }
    guard let text = self[parameter: "boundary"] else {
      throw MultipartError(.missingBoundary, at: 0, "expected a boundary parameter in the content type \(essence) but found none")
    }
    let boundary = Array(text.utf8)
    guard 1...70 ~= boundary.count else {
      throw MultipartError(.badBoundary, at: 0, "expected a boundary of 1 to 70 bytes but found \(boundary.count)")
    }
    guard !boundary.contains(where: { $0 == 0x0D || $0 == 0x0A || $0 == 0 }) else {
      throw MultipartError(.badBoundary, at: 0, "expected a boundary without line breaks and NUL")
    }
    return boundary
  }
}

/// Reads the `; name=value; name="value"` tail that `Content-Type` and `Content-Disposition` share.
struct HeaderParameters {
  struct Parameter: Equatable {
    /// Lower-cased.
    let name: String
    let value: [UInt8]
    let offset: Int
  }

  private let bytes: [UInt8]
  private var offset: Int

  /// Reads from `start` to the end of `bytes`; repeats are refused, since readers differ in which one counts.
  static func parse(_ bytes: [UInt8], from start: Int) throws(SyntaxError) -> [Parameter] {
    var reader = HeaderParameters(bytes: bytes, offset: start)
    var result: [Parameter] = []
    while let parameter = try reader.next() {
      if result.contains(where: { $0.name == parameter.name }) {
        throw SyntaxError(offset: parameter.offset, message: "expected each parameter once but found '\(parameter.name)' again")
      }
      result.append(parameter)
    }
    return result
  }

  private mutating func next() throws(SyntaxError) -> Parameter? {
    skipSpaces()
    guard offset == bytes.count || bytes[offset] == UInt8(ascii: ";") else { throw error(expected: "';' or the end") }
    // A trailing or doubled semicolon is common and harmless.
    while take(UInt8(ascii: ";")) { skipSpaces() }
    if offset == bytes.count { return nil }
    let start = offset
    while offset < bytes.count, bytes[offset].isHeaderTokenByte { offset += 1 }
    guard offset > start else { throw error(expected: "a parameter name") }
    let name = String(decoding: bytes[start..<offset].map(\.asciiLowercased), as: UTF8.self)
    skipSpaces()
    guard take(UInt8(ascii: "=")) else { throw error(expected: "'=' after '\(name)'") }
    skipSpaces()
    return Parameter(name: name, value: take(UInt8(ascii: "\"")) ? try quotedValue() : bareValue(), offset: start)
  }

  /// Reads up to the closing quote. A backslash escapes a quote or a backslash and is itself before anything else: paths of
  /// Windows are sent with single ones, and busboy reads them so.
  private mutating func quotedValue() throws(SyntaxError) -> [UInt8] {
    var value: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { return value }
      if byte == UInt8(ascii: "\\"), offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "\\") {
        value.append(bytes[offset])
        offset += 1
      } else {
        value.append(byte)
      }
    }
    throw error(expected: "'\"' to end the quoted value")
  }

  /// Reads up to a semicolon or a space: more than RFC 9110 allows, since boundaries are sent with `=`, `:` or `/` and no quotes.
  private mutating func bareValue() -> [UInt8] {
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ";"), bytes[offset] != 0x20, bytes[offset] != 0x09 { offset += 1 }
    return Array(bytes[start..<offset])
  }

  private mutating func skipSpaces() { while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 } }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private func error(expected expectation: String) -> SyntaxError { SyntaxError(expected: expectation, at: offset, in: bytes.span) }
}

/// The value of a parameter whose name ends in `*`: `UTF-8'en'%e2%82%ac` (RFC 8187).
enum ExtendedParameterValue {
  /// Returns the decoded text; nil for another charset than UTF-8 and ISO-8859-1, and for a value of another form.
  static func text(of value: [UInt8]) -> String? {
    let pieces = value.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3, let bytes = try? PercentEncoding.decode(pieces[2]) else { return nil }
    switch String(decoding: pieces[0], as: UTF8.self).lowercased() {
    case "utf-8": return String(decoding: bytes, as: UTF8.self)
    case "iso-8859-1": return String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
    default: return nil
    }
  }
}
