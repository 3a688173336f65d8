/// An answer as it is meant to reach the client.
///
/// `Content-Length`, `Date` and `Connection` are the server's; everything else is in `headers`.
package struct Response: Sendable, Equatable {
  package var status: Int
  package var headers: HeaderList
  package var body: [UInt8]

  package init(status: Int, headers: HeaderList = HeaderList(), body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
