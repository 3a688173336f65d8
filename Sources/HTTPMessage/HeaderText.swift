extension UInt8 {
  /// Tells whether the byte may stand in a token: the name of a header line, a media type (RFC 9110, 5.6.2).
  package var isHeaderTokenByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "`"): true
    case UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "^"), UInt8(ascii: "|"): true
    default: false
    }
  }

  /// Tells whether the byte may stand in the value of a header line: everything but control characters; the tab is allowed.
  private var isHeaderValueByte: Bool { self >= 0x20 && self != 0x7F || self == 0x09 }

  fileprivate static func areHeaderValue(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where !bytes[index].isHeaderValueByte { return false }
    return true
  }
}

extension String {
  /// Tells whether the text can be the name of a header line: a token (RFC 9110, 5.6.2).
  package var isHeaderName: Bool {
    let bytes = utf8.span
    for index in bytes.indices where !bytes[index].isHeaderTokenByte { return false }
    return !isEmpty
  }

  /// The longest header value that the mock sends, in bytes.
  ///
  /// Servers and clients take about 8 KiB as a whole line. A longer one leaves no room for the rest of the head, and libmicrohttpd then
  /// closes the connection without a response.
  package static let longestHeaderValue = 8_192

  /// Tells whether the text is a legal value of a header line, which may be empty (RFC 9110, 5.5).
  package var isHeaderValue: Bool { UInt8.areHeaderValue(utf8.span) }

  /// Tells whether the text can be sent as the value of a header line.
  ///
  /// An empty value is legal on the wire (RFC 9110, 5.5), but libmicrohttpd refuses to send one.
  package var isSendableHeaderValue: Bool { 1...Self.longestHeaderValue ~= utf8.count && isHeaderValue }

  /// Says why the text cannot be sent as the value of a header line, and what to write instead; nil: it can be sent.
  package var headerValueProblem: String? {
    if isEmpty { return "is empty; write one line" }
    if !isHeaderValue { return "has a line end or another control character; write one line" }
    if utf8.first == 0x20 || utf8.first == 0x09 || utf8.last == 0x20 || utf8.last == 0x09 {
      return "begins or ends with a blank, which clients take away; write one line without"
    }
    if utf8.count > Self.longestHeaderValue {
      return "has \(utf8.count) characters, which clients refuse; write one line of at most \(Self.longestHeaderValue)"
    }
    return nil
  }
}
