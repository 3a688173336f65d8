/// The delimiter lines of a multipart body, found line by line as RFC 2046 describes them.
struct ReferenceDelimiters {
  /// Where the dashes of each begin, up to the closing one.
  private(set) var offsets: [Int] = []
  private(set) var isClosed = false

  init(_ body: [UInt8], boundary: [UInt8]) {
    let dashes = Array("--".utf8) + boundary
    for start in body.indices where Self.isLineStart(start, body) && body[start...].starts(with: dashes) {
      let rest = body[(start + dashes.count)...]
      let isClosing = rest.starts(with: "--".utf8)
      let end = rest.dropFirst(isClosing ? 2 : 0).drop { $0 == 0x20 || $0 == 0x09 }
      guard end.starts(with: [0x0D, 0x0A]) || isClosing && (end.isEmpty || end.first == 0x0D) else { continue }
      offsets.append(start)
      isClosed = isClosing
      if isClosing { return }
    }
  }

  private static func isLineStart(_ offset: Int, _ body: [UInt8]) -> Bool {
    offset == 0 || offset >= 2 && body[offset - 2] == 0x0D && body[offset - 1] == 0x0A
  }
}
