package import HTTPMessage

/// A request to another server, as it goes over the wire.
package struct OutgoingRequest: Sendable {
  /// The method, in any letters.
  package var method: String
  /// The target: absolute, `http` or `https`, percent-encoded, without a user's name.
  package var url: String
  /// All header lines that are sent, in their order. `Host`, `Content-Length` and `Transfer-Encoding` are the client's own, and left out here.
  package var headers: HeaderList
  /// The body, sent with its length. POST, PUT and PATCH have one even when it is empty, HEAD never has one.
  package var body: [UInt8]

  /// Makes a request.
  package init(method: String, url: String, headers: HeaderList = HeaderList(), body: [UInt8] = []) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

extension OutgoingRequest {
  /// Header lines that the client writes itself.
  private static let framing = ["host", "content-length", "transfer-encoding"]
  /// Header lines that libcurl would add by itself.
  private static let added = ["Accept", "Content-Type", "Expect", "User-Agent"]

  /// Whether the request has a body, which may be empty.
  var hasBody: Bool { !body.isEmpty || ["POST", "PUT", "PATCH"].contains(method) }

  /// Returns the header lines as libcurl takes them: those to be sent, then those that are not to be added.
  ///
  /// - Throws: when a field cannot be sent as one line. The error does not hold its value.
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
  /// Whether the field is one line with a name: libcurl sends what it is given.
  fileprivate var canBeSent: Bool {
    !name.isEmpty && name.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
      && value.utf8.allSatisfy { $0 != 0x00 && $0 != 0x0A && $0 != 0x0D }
  }
}
