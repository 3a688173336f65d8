/// A file of a multipart form, still in the body it came in.
package struct SubmittedFile: Sendable {
  /// As the client wrote it; never used as a path.
  package let filename: String
  /// Of a file that is only counted: what tells it from others of that length.
  package private(set) var checksum: UInt32?
  package private(set) var count: Int
  private var body: [UInt8]
  private var range: Range<Int>

  init(filename: String, body: [UInt8], range: Range<Int>) {
    self.filename = filename
    self.body = body
    self.range = range
    count = range.count
  }

  /// The file without the body it came in, only counted.
  package func detached(checksum: (([UInt8], Range<Int>) -> UInt32)?) -> SubmittedFile {
    // One that is only counted already has no bytes left to be looked at.
    guard count == range.count else { return self }
    var file = self
    file.checksum = checksum?(body, range)
    file.body = []
    file.range = 0..<0
    return file
  }

  /// Calls with the body that the file is in and where; nil: it is only counted.
  package func withBytes<Result>(_ read: ([UInt8], Range<Int>) -> Result) -> Result? { count == range.count ? read(body, range) : nil }

  /// A copy of the bytes; none of a file that is only counted.
  package var bytes: [UInt8] { Array(body[range]) }
}
