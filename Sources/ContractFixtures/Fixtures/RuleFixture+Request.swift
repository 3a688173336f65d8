package import HTTPMessage

extension RuleFixture {
  /// The head as the file has it, without the headers that go with every request.
  package var requestHead: RequestHead { message.head }

  /// The request as it goes over the wire, save for the headers that carry it: `Host`, `Content-Length`.
  ///
  /// Made on each call: some bodies are of 60 MB.
  package func request() -> Request {
    let (body, contentType) = message.content.wire()
    var head = message.head
    if let contentType, !message.names("content-type") { head.headers.append("content-type", contentType) }
    if !message.names("authorization") { head.headers.append("authorization", "Bearer test-key") }
    return Request(head: head, body: .complete(body))
  }
}
