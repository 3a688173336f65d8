internal import HTTPMessage

extension OutgoingRequest {
  /// Lines that say how the others travel: the client writes them itself.
  private static let framing = ["host", "content-length", "transfer-encoding"]
  /// Lines that libcurl would add of itself.
  private static let added = ["Accept", "Content-Type", "Expect", "User-Agent"]

  var hasBody: Bool { !body.isEmpty || ["POST", "PUT", "PATCH"].contains(method) }

  /// The header lines as libcurl takes them: those to be sent, and behind them those that are not to be added.
  ///
  /// - Throws: when one cannot stand in a header line. Its value is not told.
  func lines() throws(HTTPClientError) -> [String] {
    var lines: [String] = []
    for field in headers.fields where !Self.framing.contains(field.name.lowercased()) {
      guard field.canBeSent else {
        throw HTTPClientError(
          .badRequest, "the header \(field.name.prefix(80).filter(\.isLetter)) cannot be sent: it would not stay one line")
      }
      lines.append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
    }
    return lines + Self.added.filter { headers[$0] == nil }.map { "\($0):" }
  }
}

extension HeaderField {
  /// Whether it is a name and a value and nothing more: libcurl sends what it is given.
  fileprivate var canBeSent: Bool {
    !name.isEmpty && name.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
      && value.utf8.allSatisfy { $0 != 0x00 && $0 != 0x0A && $0 != 0x0D }
  }
}
