internal import Contract
internal import HTTPMessage
internal import Support

extension TextPattern {
  /// Whether one of the header lines of that name is as asked, or there is none and none is asked for.
  func matches(header name: String, of head: RequestHead) -> Bool {
    var isThere = false
    for field in head.headers.fields where field.name.equalsIgnoringASCIICase(name) {
      if matches(field.value) { return true }
      isThere = true
    }
    return !isThere && acceptsNone
  }

  /// Whether one of the fields of that name is as asked, or there is none and none is asked for.
  func matches(field name: String, of form: SubmittedForm?) -> Bool {
    var isThere = false
    for field in form?.fields ?? [] where field.name.isSame(as: name) {
      if matches(field.value) { return true }
      isThere = true
    }
    return !isThere && acceptsNone
  }

  /// Text as it is, `true` and `false`, numbers as they were sent; JSON's null is none, and of the rest it only counts that it is there.
  private func matches(_ value: SubmittedValue) -> Bool {
    if value.isNull { return acceptsNone }
    if acceptsAny { return true }
    switch value {
    case .text(let text): return text.isLonger(than: Self.longestText) ? false : matches(text.string)
    case .boolean(let flag): return matches(flag ? "true" : "false")
    case .number(let lexeme): return matches(lexeme)
    case .file, .other: return false
    }
  }
}

extension SubmittedValue {
  fileprivate var isNull: Bool {
    if case .other(type: "null") = self { true } else { false }
  }

  /// For a message.
  var shown: String {
    switch self {
    case .text(let text): text.isLonger(than: 1000) ? "a text of more than 1000 bytes" : text.string
    case .boolean(let flag): flag ? "true" : "false"
    case .number(let lexeme): lexeme
    case .file(let file): "a file of \(file.count) bytes"
    case .other(let type): type
    }
  }
}

extension RequestFacts {
  /// The content type without its parameters.
  var mediaType: String? {
    guard let header = head.headers["content-type"] else { return nil }
    guard let end = header.utf8.firstIndex(of: UInt8(ascii: ";")) else { return header.trimmed }
    return String(header[..<end]).trimmed
  }
}
