extension String {
  /// Whether this can be the name of a header line: a token (RFC 9110, 5.6.2).
  package var isHeaderName: Bool {
    let bytes = utf8.span
    for index in bytes.indices where !bytes[index].isTokenByte { return false }
    return !isEmpty
  }

  /// Whether this can be the value of a header line: no control characters but the tab, so that no value ends its own line.
  ///
  /// Empty ones are legal on the wire, but libmicrohttpd refuses them. One beyond 8 KiB would leave no room for the rest of the head, and the
  /// library then closes the connection without an answer.
  package var isHeaderValue: Bool {
    let bytes = utf8.span
    guard 1...8_192 ~= bytes.count else { return false }
    for index in bytes.indices where bytes[index] < 0x20 && bytes[index] != 0x09 || bytes[index] == 0x7F { return false }
    return true
  }
}

extension UInt8 {
  fileprivate var isTokenByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "`"): true
    case UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "^"), UInt8(ascii: "|"): true
    default: false
    }
  }
}
