internal import HTTPMessage

/// The header lines of one part, and where its data begins.
struct MultipartHeaders {
  struct Line {
    let name: String
    /// The name in lower case.
    let key: String
    let value: [UInt8]
    let offset: Int
    let valueOffset: Int
  }

  var lines: [Line] = []
  var end: Int

  /// The line of that name, given in lower case.
  ///
  /// - Throws: `duplicateHeader`, since readers differ in which one counts.
  func line(named name: String) throws(MultipartError) -> Line? {
    guard let first = lines.firstIndex(where: { $0.key == name }) else { return nil }
    if let second = lines[(first + 1)...].first(where: { $0.key == name }) {
      throw MultipartError(.duplicateHeader, at: second.offset, "expected one \(second.name) but found two")
    }
    return lines[first]
  }
}

extension MultipartParser {
  /// Reads the lines from `start` to the empty one.
  package func headers(from start: Int) throws(MultipartError) -> MultipartHeaders {
    var headers = MultipartHeaders(end: start)
    while true {
      guard try delimiter(at: headers.end, contentEnd: headers.end) == nil else {
        throw MultipartError(.missingHeaderEnd, at: headers.end, "expected an empty line after the part's headers but found a delimiter")
      }
      let lineEnd = try endOfLine(from: headers.end, headersAt: start)
      if lineEnd == headers.end {
        headers.end += 2
        return headers
      }
      headers.lines.append(try line(headers.end..<lineEnd))
      headers.end = lineEnd + 2
    }
  }

  /// The offset of the CR LF that ends the line at `lineStart`.
  private func endOfLine(from lineStart: Int, headersAt start: Int) throws(MultipartError) -> Int {
    var offset = lineStart
    while offset < bytes.count, bytes[offset] != 0x0D, bytes[offset] != 0x0A, offset - start <= limits.headerBytes { offset += 1 }
    guard offset - start <= limits.headerBytes else {
      throw MultipartError(.headersTooLong, at: start, "expected at most \(limits.headerBytes) bytes of headers in a part but found more")
    }
    if bytes.span.holds([0x0D, 0x0A], at: offset) { return offset }
    if bytes.span.byte(at: offset) == 0x0A { throw bareLineFeed(at: offset) }
    guard offset + 1 < bytes.count else {
      throw MultipartError(
        .missingHeaderEnd, at: bytes.count, "expected an empty line after the part's headers but found the end of the body")
    }
    throw MultipartError(
      .malformedHeader, at: offset + 1, "expected a line feed after the carriage return but found \(bytes.span.found(at: offset + 1))")
  }

  private func line(_ range: Range<Int>) throws(MultipartError) -> MultipartHeaders.Line {
    let text = bytes[range]
    guard bytes[range.lowerBound] != 0x20, bytes[range.lowerBound] != 0x09 else {
      throw MultipartError(.foldedHeader, at: range.lowerBound, "expected each header on one line but found a continuation line")
    }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
      throw MultipartError(.malformedHeader, at: range.lowerBound, "expected ':' in the header line but found none")
    }
    let name = text[..<colon]
    if let wrong = name.firstIndex(where: { !$0.isHeaderTokenByte }) ?? (name.isEmpty ? colon : nil) {
      throw MultipartError(.malformedHeader, at: wrong, "expected a header name but found \(bytes.span.found(at: wrong))")
    }
    var value = text[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
    return MultipartHeaders.Line(
      name: String(decoding: name, as: UTF8.self), key: String(decoding: name.map(\.loweredASCII), as: UTF8.self), value: Array(value),
      offset: range.lowerBound, valueOffset: value.startIndex)
  }
}
