package import HTTPMessage

/// The answer of another server: the last one, where interim answers came before it.
package struct IncomingResponse: Sendable, Equatable {
  package var status: Int
  /// As they came, those of the transfer (`Transfer-Encoding`, `Connection`) among them; trailers are not.
  package var headers: HeaderList
  /// Whole, and without the chunks it may have come in.
  package var body: [UInt8]

  package init(status: Int, headers: HeaderList = HeaderList(), body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
