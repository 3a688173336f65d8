import HTTPClient
import HTTPMessage
import HTTPServer
import Synchronization

/// A server that sends each body back, and keeps the heads.
final class EchoServer: Sendable {
  private let server: HTTPServer
  private let handler: Handler

  var url: String { "http://127.0.0.1:\(server.port)" }
  var heads: [RequestHead] { handler.heads.withLock(\.self) }

  /// - Parameters:
  ///   - status: of every response.
  ///   - headers: of every response.
  init(status: Int = 200, headers: [HeaderField] = []) throws {
    handler = Handler(status: status, headers: HeaderList(headers))
    var configuration = HTTPServerConfiguration(serverName: "echo")
    configuration.port = 0
    server = try HTTPServer(configuration: configuration, handler: handler, log: { _ in })
  }

  deinit { server.stop() }

  private final class Handler: RequestHandler {
    let status: Int
    let headers: HeaderList
    let heads = Mutex<[RequestHead]>([])

    init(status: Int, headers: HeaderList) {
      self.status = status
      self.headers = headers
    }

    func admit(_ head: RequestHead) -> Admission { .collect(upTo: 64 << 20) }

    func respond(to request: consuming Request) -> Work<DeliveryPlan> {
      heads.withLock { $0.append(request.head) }
      return .ready(DeliveryPlan(Response(status: status, headers: headers, body: request.body.bytes)))
    }
  }
}
