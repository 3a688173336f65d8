/// Body bytes to parts.
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

  /// Where a line feed alone stands before what would be a delimiter otherwise.
  private func boundaryAfterBareLineFeed(from start: Int) -> Int? {
    DelimiterSearch([0x0A] + dashBoundary).first(in: bytes.span, from: start).flatMap {
      bytes.span.byte(at: $0 - 1) == 0x0D ? nil : $0
    }
  }

  /// Bytes in quotes for an error text; whatever is not printable as a full stop.
  private func quoted(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "." : String($0) }
    return "\"\(text.joined())\""
  }
}
