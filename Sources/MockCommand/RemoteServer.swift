internal import ContractFixtures
internal import HTTPClient
internal import HTTPMessage

/// A server behind a socket.
struct RemoteServer: CheckedServer {
  /// `https://api.venice.ai`
  let root: String
  private let client = HTTPClient(timeout: .seconds(300))

  init(root: String) { self.root = root }

  func send(_ request: Request) throws(NoAnswer) -> Response {
    let query = request.head.query.isEmpty ? "" : "?\(request.head.query)"
    let outgoing = OutgoingRequest(
      method: request.head.method, url: "\(root)\(request.head.path)\(query)", headers: request.head.headers, body: request.body.bytes)
    do {
      let incoming = try client.send(outgoing)
      return Response(status: incoming.status, headers: incoming.headers, body: incoming.body)
    } catch {
      throw NoAnswer(error.description)
    }
  }
}
