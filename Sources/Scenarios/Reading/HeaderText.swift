extension String {
  /// Whether this can be the name of a header line: a token (RFC 9110, 5.6.2).
  var isHeaderToken: Bool {
    !isEmpty
      && utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains($0)
        }
      }
  }

  /// Why this cannot be a header's value, and what to write; nil: it can.
  var faultAsHeader: String? {
    if isEmpty { return "is empty; write one line" }
    if !isHeaderText { return "has a line end or another control character; write one line" }
    if trimmed.utf8.count != utf8.count { return "begins or ends with a blank, which clients take away; write one line without" }
    if utf8.count > ScriptLimits.longestHeader {
      return "has \(utf8.count) characters, which clients refuse; write one line of at most \(ScriptLimits.longestHeader)"
    }
    return nil
  }

  /// Whether this can be in the value of a header line: no control characters but the tab.
  private var isHeaderText: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 } }
}
