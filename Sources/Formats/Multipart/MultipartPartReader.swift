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

  /// Returns the line of that name, given in lower case; throws `duplicateHeader`, since readers differ in which one counts.
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
  func headers(from start: Int) throws(MultipartError) -> MultipartHeaders {
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

  /// Returns the offset of the CR LF that ends the line at `lineStart`.
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
      name: String(decoding: name, as: UTF8.self), key: String(decoding: name.map(\.asciiLowercased), as: UTF8.self), value: Array(value),
      offset: range.lowerBound, valueOffset: value.startIndex)
  }
}

/// Reads what the headers of a part say of it.
struct MultipartPartReader {
  let headers: MultipartHeaders
  let delimiterAt: Int

  func part(body: Range<Int>) throws(MultipartError) -> MultipartForm.Part {
    guard let disposition = try headers.line(named: "content-disposition") else {
      throw MultipartError(.missingDisposition, at: delimiterAt, "expected a Content-Disposition header in the part but found none")
    }
    let parameters = try parameters(of: disposition)
    guard let name = parameters.first(where: { $0.name == "name" }) else {
      throw MultipartError(.missingName, at: disposition.offset, "expected a name in Content-Disposition but found none")
    }
    try refuseTransferEncoding()
    return MultipartForm.Part(
      name: String(decoding: name.value, as: UTF8.self), filename: try filename(parameters, of: disposition),
      contentType: try headers.line(named: "content-type").map { String(decoding: $0.value, as: UTF8.self) },
      headers: headers.lines.map { ($0.name, String(decoding: $0.value, as: UTF8.self)) }, body: body, offset: delimiterAt)
  }

  private func parameters(of line: MultipartHeaders.Line) throws(MultipartError) -> [HeaderParameters.Parameter] {
    let kind = line.value.prefix { $0.isHeaderTokenByte }
    let text = String(decoding: kind, as: UTF8.self)
    guard text.lowercased() == "form-data" else {
      let found = text.isEmpty ? line.value.span.found(at: 0) : "'\(text)'"
      throw MultipartError(.wrongDisposition, at: line.valueOffset, "expected the disposition 'form-data' but found \(found)")
    }
    do {
      return try HeaderParameters.parse(line.value, from: kind.endIndex)
    } catch {
      throw MultipartError(.malformedDisposition, at: line.valueOffset + error.offset, "Content-Disposition: \(error.message)")
    }
  }

  /// `filename*` wins over `filename`, as busboy has it; RFC 7578 forbids it, and clients send it all the same.
  private func filename(_ parameters: [HeaderParameters.Parameter], of line: MultipartHeaders.Line) throws(MultipartError) -> String? {
    if let extended = parameters.first(where: { $0.name == "filename*" }) {
      guard let text = ExtendedParameterValue.text(of: extended.value) else {
        throw MultipartError(
          .malformedDisposition, at: line.valueOffset + extended.offset,
          "expected filename* in the form UTF-8''percent-encoded but found '\(String(decoding: extended.value, as: UTF8.self))'")
      }
      return text
    }
    return parameters.first { $0.name == "filename" }.map { String(decoding: $0.value, as: UTF8.self) }
  }

  private func refuseTransferEncoding() throws(MultipartError) {
    guard let line = try headers.line(named: "content-transfer-encoding") else { return }
    let text = String(decoding: line.value, as: UTF8.self)
    guard ["7bit", "8bit", "binary"].contains(text.lowercased()) else {
      throw MultipartError(
        .transferEncoding, at: line.valueOffset,
        "expected part data as it is (7bit, 8bit or binary) but found the transfer encoding '\(text)'")
    }
  }
}
