/// The parts of a `multipart/form-data` body in the order of the wire, repeats kept (RFC 7578).
///
/// Part data is not copied: a part says where it stands in `bytes`.
package struct MultipartForm: Sendable {
  /// The body as it came.
  package let bytes: [UInt8]
  /// In the order of the body.
  package let parts: [Part]

  /// Parses a whole body with the boundary of its content type.
  package init(parsing bytes: consuming [UInt8], contentType: MediaType, limits: MultipartLimits = .default) throws(MultipartError) {
    try self.init(parsing: bytes, boundary: contentType.boundary(), limits: limits)
  }

  /// Parses a whole body; what stands before the first and after the closing delimiter is ignored. Throws the first defect, with its
  /// offset; a body that was cut off is never accepted.
  package init(parsing bytes: consuming [UInt8], boundary: [UInt8], limits: MultipartLimits = .default) throws(MultipartError) {
    var parser = MultipartParser(bytes: bytes, boundary: boundary, limits: limits)
    parts = try parser.parse()
    self.bytes = parser.bytes
  }

  /// One part.
  package struct Part: Sendable {
    /// The `name` of its `Content-Disposition`.
    package let name: String
    /// nil without a filename parameter; an empty one is kept as "". Never a path to write to: clients send `/home/a.png`.
    package let filename: String?
    /// `Content-Type` as sent.
    package let contentType: String?
    /// All header lines in order, names as sent.
    package let headers: [(name: String, value: String)]
    /// Where the data stands in the form's bytes.
    package let body: Range<Int>
    /// Where the delimiter line of the part begins.
    package let offset: Int

    /// Tells whether it counts as a file: it has a filename that is not empty, as Go's and Node's parsers tell it.
    package var isFile: Bool { filename?.isEmpty == false }
  }
}

/// How much structure a form may have before it is refused.
package struct MultipartLimits: Sendable, Equatable {
  /// Bytes of the headers of one part; what Node's parsers allow.
  package var headerBytes: Int
  /// Parts of one form.
  package var parts: Int

  /// Makes limits.
  package init(headerBytes: Int = 16_384, parts: Int = 1_000) {
    self.headerBytes = headerBytes
    self.parts = parts
  }

  /// 16 kB of headers a part, 1,000 parts.
  package static let `default` = MultipartLimits()
}

/// Why a body is not a form, and where.
package struct MultipartError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, as far as the response depends on it.
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

  /// What is wrong.
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
