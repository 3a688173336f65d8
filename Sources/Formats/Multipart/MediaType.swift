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
    return String(decoding: token.map(\.loweredASCII), as: UTF8.self)
  }
}

extension MediaType {
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
