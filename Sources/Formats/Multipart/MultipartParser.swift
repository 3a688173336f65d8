/// Parses the bytes of a body to parts.
struct MultipartParser {
  let bytes: [UInt8]
  let limits: MultipartLimits
  let dashBoundary: [UInt8]
  let search: DelimiterSearch

  init(bytes: [UInt8], boundary: [UInt8], limits: MultipartLimits) {
    self.bytes = bytes
    self.limits = limits
    dashBoundary = Array("--".utf8) + boundary
    search = DelimiterSearch([0x0D, 0x0A] + dashBoundary)
  }

  mutating func parse() throws(MultipartError) -> [MultipartForm.Part] {
    var parts: [MultipartForm.Part] = []
    var current = try firstDelimiter()
    while !current.isClosing {
      guard parts.count < limits.parts else {
        throw MultipartError(.tooManyParts, at: current.offset, "expected at most \(limits.parts) parts but found one more")
      }
      let headers = try self.headers(from: current.end)
      guard let next = try delimiter(atOrAfter: headers.end) else { throw missingClosingDelimiter(after: parts.count, dataAt: headers.end) }
      parts.append(try MultipartPartReader(headers: headers, delimiterAt: current.offset).part(body: headers.end..<next.contentEnd))
      current = next
    }
    return parts
  }

  private func firstDelimiter() throws(MultipartError) -> MultipartDelimiter {
    if let first = try delimiter(atOrAfter: 0) { return first }
    let wanted = "expected a line \(quoted(dashBoundary))"
    if let lineFeed = boundaryAfterBareLineFeed(from: 0) { throw bareLineFeed(at: lineFeed) }
    guard !bytes.isEmpty else { throw MultipartError(.noDelimiter, at: 0, "\(wanted) but found an empty body") }
    let start = bytes.prefix { $0 != 0x0D && $0 != 0x0A }.prefix(72)
    throw MultipartError(.noDelimiter, at: 0, "\(wanted) but found none; the body begins with \(quoted(Array(start)))")
  }

  private func missingClosingDelimiter(after count: Int, dataAt start: Int) -> MultipartError {
    if let lineFeed = boundaryAfterBareLineFeed(from: start) { return bareLineFeed(at: lineFeed) }
    let closing = quoted(dashBoundary + Array("--".utf8))
    return MultipartError(
      .missingClosingDelimiter, at: bytes.count,
      "expected the closing delimiter \(closing) but found the end of the body inside of part \(count + 1)")
  }

  /// Returns where a line feed alone stands before what would be a delimiter otherwise.
  private func boundaryAfterBareLineFeed(from start: Int) -> Int? {
    DelimiterSearch([0x0A] + dashBoundary).first(in: bytes.span, from: start).flatMap { bytes.span.byte(at: $0 - 1) == 0x0D ? nil : $0 }
  }

  /// Returns bytes in quotes for an error text, whatever is not printable as a full stop.
  private func quoted(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "." : String($0) }
    return "\"\(text.joined())\""
  }
}

/// One delimiter line found in a body.
struct MultipartDelimiter {
  /// Where the data before it ends: its line break belongs to the delimiter.
  let contentEnd: Int
  /// Where its dashes begin.
  let offset: Int
  /// Where the next line begins.
  let end: Int
  let isClosing: Bool
}

extension MultipartParser {
  /// Returns the delimiter whose dashes are at `offset`; nil when the line goes on, and so is data that only begins like one. Spaces and
  /// tabs after the boundary are allowed (RFC 2046: transport padding), and the closing one needs no line break.
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
    case nil where isClosing: return MultipartDelimiter(contentEnd: contentEnd, offset: offset, end: end, isClosing: true)
    case 0x0A: throw bareLineFeed(at: end)
    default: return nil
    }
  }

  /// Returns the first delimiter from `start` on, which is the start of a line: of the body or of the data of a part. One right at `start`
  /// means that the data before it is empty; Go's parser reads it so too.
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

/// Finds a fixed sequence in bytes, skipping ahead by the byte at its end (Horspool).
///
/// Against compressed data it looks at one byte in twenty.
struct DelimiterSearch {
  let needle: [UInt8]
  /// How far the window may move when a byte stands at its end.
  private let shifts: [Int]

  init(_ needle: [UInt8]) {
    self.needle = needle
    var shifts = [Int](repeating: max(needle.count, 1), count: 256)
    for (index, byte) in needle.dropLast().enumerated() { shifts[Int(byte)] = needle.count - 1 - index }
    self.shifts = shifts
  }

  /// Returns the offset of the first occurrence at or after `start`.
  func first(in bytes: Span<UInt8>, from start: Int) -> Int? {
    guard let final = needle.last else { return nil }
    let table = shifts.span
    var end = start + needle.count - 1
    while end < bytes.count {
      let byte = bytes[end]
      // Compared from the front: the CR there is rarer than letters of a boundary.
      if byte == final, bytes.holds(needle, at: end - needle.count + 1) { return end - needle.count + 1 }
      end += table[Int(byte)]
    }
    return nil
  }
}
