package import HTTPMessage

/// A request to another server, as it is to be on the wire.
package struct OutgoingRequest: Sendable {
  package var method: String
  /// Absolute, `http` or `https`, percent-encoded, without a user's name.
  package var url: String
  /// All lines that are sent, in their order. `Host`, `Content-Length` and `Transfer-Encoding` are the client's own, and left out here.
  package var headers: HeaderList
  /// Sent with its length. POST, PUT and PATCH have a body even when it is of no bytes, HEAD never has one.
  package var body: [UInt8]

  package init(method: String, url: String, headers: HeaderList = HeaderList(), body: [UInt8] = []) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}
