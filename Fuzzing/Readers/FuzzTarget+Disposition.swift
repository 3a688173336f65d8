internal import Formats

extension FuzzTarget {
  /// The input is the value of a Content-Disposition, then a name, then a content type: what was read is read the same when it is written plainly.
  static let disposition = FuzzTarget("disposition", upTo: 128) { input throws(PropertyViolation) in
    let value = Array(input.prefix { $0 != 0x0D && $0 != 0x0A })
    switch DispositionProperty.read(value) {
    case .success(let part): try DispositionProperty.written(name: part.name, filename: part.filename)
    case .failure(let error):
      try demand(0...DispositionProperty.end(of: value) ~= error.offset, "offset \(error.offset) is outside of the header")
    }
    try DispositionProperty.written(name: String(decoding: value, as: UTF8.self), filename: nil)
    try DispositionProperty.contentType(String(decoding: input, as: UTF8.self))
  }
}

private enum DispositionProperty {
  private static let start = Array("--b\r\nContent-Disposition: ".utf8)

  static func end(of value: [UInt8]) -> Int { start.count + value.count }

  /// A part with that header.
  static func read(_ value: [UInt8]) -> Result<MultipartForm.Part, MultipartError> {
    let body = start + value + Array("\r\n\r\nx\r\n--b--\r\n".utf8)
    return Result { () throws(MultipartError) in try MultipartForm(parsing: body, boundary: Array("b".utf8)).parts[0] }
  }

  /// In quotes, and percent-encoded as RFC 8187 has it, the names are read as they are.
  static func written(name: String, filename: String?) throws(PropertyViolation) {
    // A line break cannot be quoted.
    if !name.utf8.contains(0x0D), !name.utf8.contains(0x0A) {
      try read("form-data; name=\(quoted(name))", gives: name, \.name)
    }
    guard let filename else { return }
    try read("form-data; name=x; filename*=UTF-8''\(PercentEncoding.encode(filename))", gives: filename, \.filename)
    if !filename.utf8.contains(0x0D), !filename.utf8.contains(0x0A) {
      try read("form-data; filename=\(quoted(filename)); name=x", gives: filename, \.filename)
    }
  }

  private static func read(_ value: String, gives wanted: String, _ name: (MultipartForm.Part) -> String?) throws(PropertyViolation) {
    switch read(Array(value.utf8)) {
    case .success(let part):
      try demand(name(part).map { Array($0.utf8) } == Array(wanted.utf8), "\(value) is read as '\(name(part) ?? "")'")
    case .failure(let error): throw PropertyViolation("\(value) is refused: \(error)")
    }
  }

  static func contentType(_ text: String) throws(PropertyViolation) {
    switch parse(text) {
    case .failure(let error): try demand(0...text.utf8.count ~= error.offset, "offset \(error.offset) is outside")
    case .success(let type):
      let written = type.essence + type.parameters.map { "; \($0.name)=\(quoted($0.value))" }.joined()
      try demand(parse(written) == .success(type), "\(written) is read otherwise than \(text)")
    }
  }

  private static func parse(_ text: String) -> Result<MediaType, SyntaxError> {
    Result { () throws(SyntaxError) in try MediaType(parsing: text) }
  }

  /// As RFC 9110 quotes.
  private static func quoted(_ text: String) -> String {
    "\"\(String(String.UnicodeScalarView(text.unicodeScalars.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] })))\""
  }
}
