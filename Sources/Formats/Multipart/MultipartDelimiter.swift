/// One delimiter line found in a body.
struct MultipartDelimiter {
  /// Where the data before it ends: its line break belongs to the delimiter.
  let contentEnd: Int
  /// Where its dashes begin.
  package let offset: Int
  /// Where the next line begins.
  let end: Int
  let isClosing: Bool
}

extension MultipartParser {
  /// The delimiter whose dashes are at `offset`; nil when the line goes on, and so is data that only begins like one.
  ///
  /// Spaces and tabs after the boundary are allowed (RFC 2046: transport padding), and the closing one needs no line break.
  func delimiter(at offset: Int, contentEnd: Int) throws(MultipartError) -> MultipartDelimiter? {
    let span = bytes.span
    guard span.holds(dashBoundary, at: offset) else { return nil }
    var end = offset + dashBoundary.count
    let isClosing = span.holds("--", at: end)
    if isClosing { end += 2 }
    while let byte = span.byte(at: end), byte == 0x20 || byte == 0x09 { end += 1 }
    switch span.byte(at: end) {
    case 0x0D where isClosing || span.byte(at: end + 1) == 0x0A:
      return MultipartDelimiter(contentEnd: contentEnd, offset: offset, end: end + 2, isClosing: isClosing)
    case nil where isClosing:
      return MultipartDelimiter(contentEnd: contentEnd, offset: offset, end: end, isClosing: true)
    case 0x0A: throw bareLineFeed(at: end)
    default: return nil
    }
  }

  /// The first delimiter from `start` on, which is the start of a line: of the body or of the data of a part.
  ///
  /// One right at `start` means that the data before it is empty; Go's parser reads it so too.
  func delimiter(atOrAfter start: Int) throws(MultipartError) -> MultipartDelimiter? {
    if let first = try delimiter(at: start, contentEnd: start) { return first }
    var from = start
    while let lineBreak = search.first(in: bytes.span, from: from) {
      if let found = try delimiter(at: lineBreak + 2, contentEnd: lineBreak) { return found }
      from = lineBreak + 1
    }
    return nil
  }

  func bareLineFeed(at offset: Int) -> MultipartError {
    MultipartError(.bareLineFeed, at: offset, "expected lines to end with CR LF but found a line feed alone")
  }
}
