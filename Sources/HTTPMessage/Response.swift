/// A response as it is meant to reach the client.
///
/// `Content-Length`, `Date` and `Connection` are the server's; everything else is in `headers`.
package struct Response: Sendable, Equatable {
  /// The status code.
  package var status: Int
  /// The header lines.
  package var headers: HeaderList
  /// The whole body.
  package var body: [UInt8]

  /// Makes a response, without headers and body unless they are given.
  package init(status: Int, headers: HeaderList = HeaderList(), body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
