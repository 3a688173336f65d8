/// The parts of a `multipart/form-data` body in the order of the wire, repeats kept (RFC 7578).
///
/// Part data is not copied: a part says where it stands in `bytes`.
package struct MultipartForm: Sendable {
  package let bytes: [UInt8]
  package let parts: [Part]

  /// Parses a whole body with the boundary of its content type.
  package init(
    parsing bytes: consuming [UInt8], contentType: MediaType, limits: MultipartLimits = .default
  ) throws(MultipartError) {
    try self.init(parsing: bytes, boundary: contentType.boundary(), limits: limits)
  }

  /// Parses a whole body; what stands before the first and after the closing delimiter is ignored.
  ///
  /// - Throws: the first defect, with its offset. A body that was cut off is never accepted.
  package init(parsing bytes: consuming [UInt8], boundary: [UInt8], limits: MultipartLimits = .default) throws(MultipartError) {
    var parser = MultipartParser(bytes: bytes, boundary: boundary, limits: limits)
    parts = try parser.parse()
    self.bytes = parser.bytes
  }

  /// The parts of that name, in order.
  package func parts(named name: String) -> [Part] { parts.filter { $0.name == name } }

  /// The data of a part of this form as text; invalid UTF-8 becomes U+FFFD.
  package func text(of part: Part) -> String { String(decoding: bytes[part.body], as: UTF8.self) }

  /// One part.
  package struct Part: Sendable {
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

    /// Whether it counts as a file: it has a filename that is not empty, as Go's and Node's parsers tell it.
    package var isFile: Bool { filename?.isEmpty == false }
  }
}
