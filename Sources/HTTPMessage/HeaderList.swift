/// One header line: the name as it was written, and its value.
package struct HeaderField: Sendable, Equatable {
  /// The name as it was written.
  package var name: String
  /// The value, without white space around it.
  package var value: String

  /// Makes a field.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Header lines in the order of the wire, repeats kept.
///
/// Never a dictionary: order and repeats are part of what a client sent and of what a scenario may send.
package struct HeaderList: Sendable, Equatable {
  /// The fields in the order of the wire.
  package private(set) var fields: [HeaderField]

  /// Makes a list of the fields, in their order.
  package init(_ fields: [HeaderField] = []) { self.fields = fields }

  /// Returns the value of the first field of that name, whatever its case.
  package subscript(name: String) -> String? { index(of: name).map { fields[$0].value } }

  /// The bytes of all names and values, without separators.
  package var byteCount: Int { fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count } }

  /// Returns the values of all fields of that name, in order.
  package func values(of name: String) -> [String] { fields.lazy.filter { $0.name.equalsIgnoringASCIICase(name) }.map(\.value) }

  /// Removes all fields of that name.
  package mutating func remove(_ name: String) { fields.removeAll { $0.name.equalsIgnoringASCIICase(name) } }

  /// Replaces all fields of that name by one, where the first one was.
  package mutating func set(_ name: String, _ value: String) {
    guard let index = index(of: name) else { return append(name, value) }
    fields[index].value = value
    fields = Array(fields[...index]) + fields[(index + 1)...].filter { !$0.name.equalsIgnoringASCIICase(name) }
  }

  /// Adds a field at the end.
  package mutating func append(_ name: String, _ value: String) { fields.append(HeaderField(name, value)) }

  /// By index, so that no field is copied on the way.
  private func index(of name: String) -> Int? {
    for index in fields.indices where fields[index].name.equalsIgnoringASCIICase(name) { return index }
    return nil
  }
}

extension UInt8 {
  /// The byte with A–Z as a–z.
  package var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

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
  fileprivate var isHeaderValueByte: Bool { self >= 0x20 && self != 0x7F || self == 0x09 }
}

extension HeaderList {
  /// Returns how long a response asks to wait, the shorter of both headers; clients read either. Dates count from `now`, Unix milliseconds.
  package func retryAfter(now: Int) -> Duration? { [retryAfterMilliseconds, retryAfterSeconds(now: now)].compactMap(\.self).min() }

  private var retryAfterMilliseconds: Duration? {
    guard let text = self["retry-after-ms"], let milliseconds = Double(text), 0..<1e9 ~= milliseconds else { return nil }
    return .milliseconds(Int(milliseconds))
  }

  private func retryAfterSeconds(now: Int) -> Duration? {
    guard let text = self["retry-after"] else { return nil }
    if let seconds = Int(text), 0..<1_000_000 ~= seconds { return .seconds(seconds) }
    return HTTPDate.unixTime(text).map { .milliseconds(max(0, $0 * 1_000 - now)) }
  }
}

extension String {
  /// Tells whether both have the same letters, where A–Z and a–z are the same letters and nothing else is.
  package func equalsIgnoringASCIICase(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let (left, right) = (utf8.span, other.utf8.span)
    for index in left.indices where left[index].asciiLowercased != right[index].asciiLowercased { return false }
    return true
  }

  /// Tells whether the text can be the name of a header line: a token (RFC 9110, 5.6.2).
  package var isHeaderName: Bool {
    let bytes = utf8.span
    for index in bytes.indices where !bytes[index].isHeaderTokenByte { return false }
    return !isEmpty
  }

  /// The longest header value that the mock sends, in bytes. Servers and clients take about 8 KiB as a whole line. A longer one leaves no
  /// room for the rest of the head, and libmicrohttpd then closes the connection without a response.
  package static let longestHeaderValue = 8_192

  /// Tells whether the text is a legal value of a header line, which may be empty (RFC 9110, 5.5).
  package var isHeaderValue: Bool {
    let bytes = utf8.span
    for index in bytes.indices where !bytes[index].isHeaderValueByte { return false }
    return true
  }

  /// Tells whether the text can be sent as the value of a header line. An empty value is legal on the wire (RFC 9110, 5.5), but
  /// libmicrohttpd refuses to send one.
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
