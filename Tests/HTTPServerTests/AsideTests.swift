import Dispatch
import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

/// Answers that are made beside all others.
@Suite(.timeLimit(.minutes(5)))
struct AsideTests {
  /// A server that makes answers aside, each one held until the latch is opened, and others as work; with one worker.
  private func server(_ latch: Latch, _ begun: Collected<String> = Collected()) throws -> TimedServer {
    try TimedServer(
      configure: { $0.workers = 1 },
      answer: { request in
        let path = request.head.path
        guard path.hasPrefix("/aside") else { return .deferred { .text(path) } }
        return .background {
          begun.append(path)
          latch.pass()
          return .text(path)
        }
      })
  }

  /// Lets all go that a test which failed has left waiting: the server would wait for them.
  private func release(_ latch: Latch, of server: TimedServer) {
    withExtendedLifetime(server) { for _ in 0..<300 { latch.open() } }
  }

  private func request(_ path: String) -> String { "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n" }

  @Test("One that takes its time holds up no other answer but those aside, which are made one at a time and in order")
  func oneAtATime() throws {
    let (latch, begun) = (Latch(), Collected<String>())
    let server = try server(latch, begun)
    defer { release(latch, of: server) }
    let clients = try (1...3).map { try server.ask(request("/aside/\($0)")) }
    #expect(latch.isReached())
    for number in 1...20 {
      let other = try server.ask(request("/other/\(number)"))
      #expect(try other.readAnswer().text == "/other/\(number)")
    }
    for number in 1...3 {
      #expect(begun.all == (1...number).map { "/aside/\($0)" })
      #expect(clients[number - 1].isQuiet)
      latch.open()
      #expect(try clients[number - 1].readAnswer().text == "/aside/\(number)")
      if number < 3 { #expect(latch.isReached()) }
    }
  }

  @Test("A connection that was answered aside is kept")
  func kept() throws {
    let latch = Latch()
    let server = try server(latch)
    defer { release(latch, of: server) }
    let client = try server.ask(request("/aside"))
    latch.open()
    #expect(try client.readAnswer()["Connection"] == nil)
    try client.send(request("/other"))
    #expect(try client.readAnswer().text == "/other")
  }

  @Test("When the line is full the next one gets 503, and those in line are answered")
  func full() throws {
    let latch = Latch()
    let server = try server(latch)
    defer { release(latch, of: server) }
    let first = try server.ask(request("/aside"))
    #expect(latch.isReached())
    let waiting = try (0..<256).map { _ in try server.ask(request("/aside")) }
    let refused = try server.ask(request("/aside")).readAnswer()
    #expect(refused.status == 503 && refused["Retry-After"] == "1")
    #expect(try server.ask(request("/other")).readAnswer().status == 200)
    for client in [first] + waiting {
      #expect(client.isQuiet)
      latch.open()
      #expect(try client.readAnswer().text == "/aside")
    }
  }

  @Test("A stop has those in line made and sent")
  func stop() throws {
    let latch = Latch()
    let server = try server(latch)
    defer { release(latch, of: server) }
    let clients = try (1...3).map { try server.ask(request("/aside/\($0)")) }
    #expect(latch.isReached())
    let stopped = server.test.stopAside()
    #expect(server.test.log.saysStopping())
    for (index, client) in clients.enumerated() {
      latch.open()
      let answer = try client.readAnswer()
      #expect(answer.text == "/aside/\(index + 1)")
      #expect(answer["Connection"] == "close")
    }
    #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success)
  }
}
