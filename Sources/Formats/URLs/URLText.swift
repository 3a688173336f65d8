internal import HTTPMessage

/// An absolute `http` or `https` URL, split and otherwise left as it was written.
package struct URLText: Sendable, Equatable {
  /// `http` or `https`, lower-cased.
  package let scheme: String
  /// Lower-cased; an IPv6 address without its brackets.
  package let host: String
  /// nil when none was written.
  package let port: Int?
  /// From the first `/` on, percent-encoding untouched; empty when there is none.
  package let path: String
  /// What follows the first `?`, percent-encoding untouched; nil without one. A fragment is dropped.
  package let query: String?

  /// Splits a URL; user names, white space and backslashes are refused, since readers differ in what host they then mean.
  package init(parsing text: String) throws(SyntaxError) {
    let bytes = Array(text.utf8)
    if let wrong = bytes.firstIndex(where: { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
      throw SyntaxError(offset: wrong, message: "expected a URL but found \(bytes.span.found(at: wrong)) in it")
    }
    let scheme = ["https", "http"].first { name in
      zip(bytes, "\(name)://".utf8).allSatisfy { $0.asciiLowercased == $1 } && bytes.count >= name.utf8.count + 3
    }
    guard let scheme else { throw SyntaxError(offset: 0, message: "expected a URL that begins with 'http://' or 'https://'") }
    self.scheme = scheme
    let authority = bytes[(scheme.utf8.count + 3)...].prefix { !"/?#".utf8.contains($0) }
    (host, port) = try URLText.hostAndPort(authority, of: bytes)
    let tail = bytes[authority.endIndex...].prefix { $0 != UInt8(ascii: "#") }
    let path = tail.prefix { $0 != UInt8(ascii: "?") }
    self.path = String(decoding: path, as: UTF8.self)
    query = path.endIndex == tail.endIndex ? nil : String(decoding: tail[path.endIndex...].dropFirst(), as: UTF8.self)
  }

  private static func hostAndPort(_ authority: ArraySlice<UInt8>, of bytes: [UInt8]) throws(SyntaxError) -> (String, Int?) {
    if let sign = authority.firstIndex(of: UInt8(ascii: "@")) {
      throw SyntaxError(offset: sign, message: "expected a host but found a user name before '@'")
    }
    let isBracketed = authority.first == UInt8(ascii: "[")
    let host = isBracketed ? try bracketed(authority) : authority.prefix { $0 != UInt8(ascii: ":") }
    guard !host.isEmpty else { throw SyntaxError(expected: "a host", at: host.startIndex, in: bytes.span) }
    let rest = authority[(isBracketed ? host.endIndex + 1 : host.endIndex)...]
    return (String(decoding: host.map(\.asciiLowercased), as: UTF8.self), try port(rest, of: bytes))
  }

  private static func bracketed(_ authority: ArraySlice<UInt8>) throws(SyntaxError) -> ArraySlice<UInt8> {
    let address = authority.dropFirst().prefix { $0.hexDigitValue != nil || ":.".utf8.contains($0) }
    guard address.endIndex < authority.endIndex, authority[address.endIndex] == UInt8(ascii: "]") else {
      throw SyntaxError(offset: address.endIndex, message: "expected ']' after the IPv6 address")
    }
    return address
  }

  private static func port(_ text: ArraySlice<UInt8>, of bytes: [UInt8]) throws(SyntaxError) -> Int? {
    guard let colon = text.first else { return nil }
    let digits = text.dropFirst()
    if colon == UInt8(ascii: ":"), digits.isEmpty { return nil }
    guard colon == UInt8(ascii: ":"), digits.count <= 5, digits.allSatisfy(\.isASCIIDigit),
      let port = Int(String(decoding: digits, as: UTF8.self)), port <= 65_535
    else {
      throw SyntaxError(
        offset: text.startIndex, message: "expected ':' and a port up to 65535 but found '\(String(decoding: text, as: UTF8.self))'")
    }
    return port
  }
}

/// The names and values of a query in their order, repeats kept.
package struct QueryString: Sendable, Equatable {
  /// One `name=value`, decoded; the value is empty without a `=`.
  package struct Item: Sendable, Equatable {
    /// Decoded.
    package let name: String
    /// Decoded.
    package let value: String
  }

  /// In the order of the query.
  package let items: [Item]

  /// Reads what follows the `?` of a URL.
  package init(parsing text: String) throws(SyntaxError) {
    let bytes = Array(text.utf8)
    func decoded(_ piece: ArraySlice<UInt8>) throws(SyntaxError) -> String {
      String(decoding: try PercentEncoding.decode(piece, plusIsSpace: true), as: UTF8.self)
    }
    var items: [Item] = []
    for piece in bytes.split(separator: UInt8(ascii: "&")) {
      let equals = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
      items.append(Item(name: try decoded(piece[..<equals]), value: try decoded(piece[equals...].dropFirst())))
    }
    self.items = items
  }

  /// The value of the first item of that name.
  package subscript(_ name: String) -> String? { items.first { $0.name == name }?.value }

  /// Returns the values of all items of that name, in order.
  package func values(of name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }
}

/// Decodes and encodes `%XX`.
package enum PercentEncoding {
  /// Decodes a piece of a path; `+` stays what it is, invalid UTF-8 becomes U+FFFD.
  package static func decode(path text: String) throws(SyntaxError) -> String {
    String(decoding: try decode(Array(text.utf8)[...]), as: UTF8.self)
  }

  /// Decodes a name or value of a query; `+` is a space, invalid UTF-8 becomes U+FFFD.
  package static func decode(query text: String) throws(SyntaxError) -> String {
    String(decoding: try decode(Array(text.utf8)[...], plusIsSpace: true), as: UTF8.self)
  }

  /// Decodes bytes; throws a `%` without two hexadecimal digits, with the offset in the whole of what was found instead.
  static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false) throws(SyntaxError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      switch bytes[offset] {
      case UInt8(ascii: "%"):
        result.append(try digit(bytes, at: offset + 1) << 4 | digit(bytes, at: offset + 2))
        offset += 2
      case UInt8(ascii: "+") where plusIsSpace: result.append(0x20)
      default: result.append(bytes[offset])
      }
      offset += 1
    }
    return result
  }

  private static func digit(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SyntaxError) -> UInt8 {
    if offset < bytes.endIndex, let value = bytes[offset].hexDigitValue { return value }
    let start = bytes.startIndex
    throw SyntaxError(expected: "two hexadecimal digits after '%'", at: offset - start, in: bytes.span).inPiece(from: start)
  }

  /// Encodes what JavaScript's `encodeURIComponent` does: everything but letters, digits and `-_.!~*'()`.
  package static func encode(_ text: String) -> String {
    text.utf8.map { unreserved.contains($0) ? String(Unicode.Scalar($0)) : "%\($0.hex)" }.joined()
  }

  private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()".utf8)
}

/// A path below some folder that cannot lead out of it.
package struct RelativePath: Sendable, Hashable, CustomStringConvertible {
  /// Decoded names, at least one; none is empty, `.` or `..`, none holds `/`, `\` or a control character.
  package let segments: [String]

  /// Decodes a percent-encoded path.
  ///
  /// - Throws: whatever could leave the folder or mean different things to different systems, with the offset of its segment.
  package init(decoding text: String) throws(SyntaxError) {
    var segments: [String] = []
    for piece in Array(text.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      segments.append(try RelativePath.segment(piece))
    }
    self.segments = segments
  }

  /// The decoded segments with `/` between them.
  package var description: String { segments.joined(separator: "/") }

  private static func segment(_ piece: ArraySlice<UInt8>) throws(SyntaxError) -> String {
    let start = piece.startIndex
    let bytes = try PercentEncoding.decode(piece)
    guard !bytes.isEmpty else { throw SyntaxError(offset: start, message: "expected a file name but found an empty path segment") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SyntaxError(offset: start, message: "expected a file name in UTF-8 but found other bytes")
    }
    guard text != ".", text != ".." else { throw SyntaxError(offset: start, message: "expected a file name but found '\(text)'") }
    if let wrong = bytes.firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 < 0x20 || $0 == 0x7F }) {
      throw SyntaxError(offset: start, message: "expected a file name but found \(bytes.span.found(at: wrong)) in it")
    }
    return text
  }
}
