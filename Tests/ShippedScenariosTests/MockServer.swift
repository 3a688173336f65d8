import Dispatch
import HTTPServer
import MockService
import Support
import Synchronization
import TestClient

/// The mock on a real socket, by a clock that moves only when it is told.
final class MockServer: Sendable {
  let clock: Clock
  private let server: HTTPServer
  private let decided: DispatchSemaphore
  private let probes = Atomic<Int>(0)

  init() throws {
    let (clock, decided) = (Clock.manual(), DispatchSemaphore(value: 0))
    var service = MockConfiguration()
    service.clock = clock
    service.stopwatch = clock
    var socket = HTTPServerConfiguration(serverName: "image-edit-mock")
    socket.port = 0
    // One, so that what it was told before a round trip is done after it.
    socket.threads = 1
    socket.clock = clock
    let handler = MockService(service) { _ in
    } observe: { _ in
      decided.signal()
    }
    server = try HTTPServer(configuration: socket, handler: handler) { _ in }
    self.clock = clock
    self.decided = decided
  }

  deinit { server.stop() }

  /// For callers that leave the clock alone.
  static let shared = Result { try MockServer() }

  var port: Int { server.port }

  func connect() throws -> RawClient { try RawClient(port: server.port) }

  /// Waits until one more response is decided; `false` when none is within ten seconds.
  func hasDecided() -> Bool { decided.wait(timeout: .now() + .seconds(10)) == .success }

  func forgetDecisions() { while decided.wait(timeout: .now()) == .success {} }

  /// Goes through all threads of the server, so that what was due before is sent: twice through the one that plays scripts, since the
  /// first may pass what is under way, then through the library's.
  func settle() throws {
    for _ in 0..<2 { try roundTrip(.probe, token: "scenario:empty-reply:\(probes.add(1, ordering: .relaxed).newValue)") }
    try roundTrip(.probe, token: "other")
  }

  func roundTrip(_ request: WireRequest, token: String) throws {
    let client = try connect()
    try client.send(request.bytes(token: token))
    _ = try client.readRest()
  }
}
