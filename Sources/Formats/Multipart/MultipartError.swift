/// Why a body is not a form, and where.
package struct MultipartError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, for those who answer each defect in its own way.
  package enum Kind: String, Sendable, CaseIterable {
    /// The content type is another one.
    case notFormData
    case missingBoundary, badBoundary
    /// No line of the body is the delimiter.
    case noDelimiter
    /// The body ends inside of a part: it was cut off.
    case missingClosingDelimiter
    /// Lines end with LF alone.
    case bareLineFeed
    /// No empty line between headers and body.
    case missingHeaderEnd
    case headersTooLong, malformedHeader, foldedHeader, duplicateHeader
    case missingDisposition
    /// `Content-Disposition` is `attachment` or something else.
    case wrongDisposition
    case malformedDisposition, missingName
    /// `Content-Transfer-Encoding` is `base64` or something else that would have to be decoded.
    case transferEncoding
    case tooManyParts
  }

  package let kind: Kind
  /// Byte offset into the body; 0 for what is wrong with the content type.
  package let offset: Int
  /// What was expected and what was found.
  package let message: String

  init(_ kind: Kind, at offset: Int, _ message: String) {
    self.kind = kind
    self.offset = offset
    self.message = message
  }

  /// `offset 120: expected …`.
  package var description: String { "offset \(offset): \(message)" }
}
