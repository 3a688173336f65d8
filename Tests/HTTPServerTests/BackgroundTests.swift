import Dispatch
import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

@Suite("Responses that are made in the background", .timeLimit(.minutes(15)))
struct BackgroundTests {
  /// A server that makes responses in the background, each one held until the latch is opened, and others by its one worker.
  private func server(_ latch: Latch, _ begun: Collected<String> = Collected()) throws -> TimedServer {
    try TimedServer(
      configure: { $0.workers = 1 },
      respond: { request in
        let path = request.head.path
        guard path.hasPrefix("/background") else { return .deferred { .text(path) } }
        return .background {
          begun.append(path)
          latch.pass()
          return .text(path)
        }
      })
  }

  /// Releases all that a failed test has left waiting: the server would wait for them.
  private func release(_ latch: Latch, of server: TimedServer) {
    withExtendedLifetime(server) { for _ in 0..<300 { latch.open() } }
  }

  private func request(_ path: String) -> String { "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n" }

  @Test("A slow response in the background delays only others in the background, which are made one at a time and in order")
  func oneAtATime() throws {
    let (latch, begun) = (Latch(), Collected<String>())
    let server = try server(latch, begun)
    defer { release(latch, of: server) }
    let clients = try (1...3).map { try server.ask(request("/background/\($0)")) }
    #expect(latch.isReached())
    for number in 1...20 {
      let other = try server.ask(request("/other/\(number)"))
      #expect(try other.readResponse().text == "/other/\(number)")
    }
    for number in 1...3 {
      #expect(begun.all == (1...number).map { "/background/\($0)" })
      #expect(clients[number - 1].isQuiet)
      latch.open()
      #expect(try clients[number - 1].readResponse().text == "/background/\(number)")
      if number < 3 { #expect(latch.isReached()) }
    }
  }

  @Test("A connection is kept after a response that was made in the background")
  func kept() throws {
    let latch = Latch()
    let server = try server(latch)
    defer { release(latch, of: server) }
    let client = try server.ask(request("/background"))
    latch.open()
    #expect(try client.readResponse()["Connection"] == nil)
    try client.send(request("/other"))
    #expect(try client.readResponse().text == "/other")
  }

  @Test("When the background queue is full the next request gets a 503, and those in the queue get their responses")
  func full() throws {
    let latch = Latch()
    let server = try server(latch)
    defer { release(latch, of: server) }
    let first = try server.ask(request("/background"))
    #expect(latch.isReached())
    let waiting = try (0..<256).map { _ in try server.ask(request("/background")) }
    let refused = try server.ask(request("/background")).readResponse()
    #expect(refused.status == 503 && refused["Retry-After"] == "1")
    #expect(try server.ask(request("/other")).readResponse().status == 200)
    for client in [first] + waiting {
      #expect(client.isQuiet)
      latch.open()
      #expect(try client.readResponse().text == "/background")
    }
  }

  @Test("A stop makes and sends the responses that wait in the background")
  func stop() throws {
    let latch = Latch()
    let server = try server(latch)
    defer { release(latch, of: server) }
    let clients = try (1...3).map { try server.ask(request("/background/\($0)")) }
    #expect(latch.isReached())
    let stopped = server.test.stopInBackground()
    #expect(server.test.log.saysStopping())
    for (index, client) in clients.enumerated() {
      latch.open()
      let response = try client.readResponse()
      #expect(response.text == "/background/\(index + 1)")
      #expect(response["Connection"] == "close")
    }
    #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success)
  }
}
