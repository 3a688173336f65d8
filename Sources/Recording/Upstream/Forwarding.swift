internal import HTTPClient
internal import HTTPMessage

extension OutgoingRequest {
  /// The client's request as the service is to get it.
  init(forwarding request: Request, to upstream: Upstream) {
    self.init(
      method: request.head.method, url: upstream.url(for: request.head),
      headers: request.head.headers.forwarded(without: Forwarding.ownOfRequests),
      body: request.body.bytes)
  }
}

extension Response {
  /// The service's answer as the client is to get it.
  init(forwarding response: IncomingResponse) {
    self.init(status: response.status, headers: response.headers.forwarded(without: Forwarding.ownOfAnswers), body: response.body)
  }
}

/// Header lines that end at each server on the way; small letters.
enum Forwarding {
  /// RFC 9110, 7.6.1.
  static let hopByHop: Set<String> = [
    "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding",
    "upgrade",
  ]
  /// Answers are to come as they are: an encoded one could not be read, nor written into a fixture.
  static let ownOfRequests: Set<String> = ["host", "content-length", "accept-encoding", "expect"]
  /// What the mock's server writes itself.
  static let ownOfAnswers: Set<String> = ["content-length", "date", "server"]
}

extension HeaderList {
  /// The lines that go on: not those of the connection, nor those that are for the mock.
  fileprivate func forwarded(without own: Set<String>) -> HeaderList {
    let named = values(of: "connection").flatMap { $0.split(separator: ",") }.map { $0.lowercased().filter { $0 != " " } }
    return HeaderList(
      fields.filter { field in
        let name = field.name.lowercased()
        return !Forwarding.hopByHop.contains(name) && !own.contains(name) && !named.contains(name) && !name.hasPrefix("x-mock-")
      })
  }
}
