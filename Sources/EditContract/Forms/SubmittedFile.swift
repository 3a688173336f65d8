/// A file of a multipart form, still in the body it came in.
package struct SubmittedFile: Sendable {
  /// As the client wrote it; never used as a path.
  package let filename: String
  private let body: [UInt8]
  private let range: Range<Int>

  init(filename: String, body: [UInt8], range: Range<Int>) {
    self.filename = filename
    self.body = body
    self.range = range
  }

  package var count: Int { range.count }

  /// A copy of the bytes.
  package var bytes: [UInt8] { Array(body[range]) }
}
