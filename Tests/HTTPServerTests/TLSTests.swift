import HTTPClient
import HTTPMessage
import HTTPServer
import Support
import TestClient
import TestSupport
import Testing

/// Everything that goes over a plain connection goes over TLS as well; the client is libcurl.
@Suite("TLS", .timeLimit(.minutes(15)))
struct TLSTests {
  /// Larger than what sockets hold, so that the wire thread has to wait in the middle of a TLS record.
  private static let large = [UInt8]((0..<(6 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })

  @Test("A client that trusts the authority gets a response under each of the names, and the request knows its scheme")
  func trusted() throws {
    let server = try SecureServer(names: ["localhost", "127.0.0.1"]) { .ready(.text($0.head.origin)) }
    for host in ["localhost", "127.0.0.1"] {
      #expect(try server.text("/", host: host) == "https://\(host):\(server.port)")
    }
  }

  @Test("A client that does not trust the authority, or asks for another name, gets no response")
  func untrusted() throws {
    let server = try SecureServer()
    let other = try SecureServer()
    let error = #expect(throws: HTTPClientError.self) { try server.send("/", trusting: other) }
    #expect(error?.kind == .notTrusted)
    let wrongName = #expect(throws: HTTPClientError.self) { try server.send("/", host: "127.0.0.1") }
    #expect(wrongName?.kind == .notTrusted)
  }

  @Test("A client that speaks plain HTTP gets no response, and the log says why")
  func plain() throws {
    let server = try SecureServer()
    let client = try server.test.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.readRest().bytes.isEmpty)
    #expect(server.test.log.all.contains { $0.contains("the client speaks plain HTTP (write https:// in its base URL)") })
  }

  @Test("Bodies of megabytes go both ways, at once and by a worker")
  func bodies() throws {
    let server = try SecureServer { request in
      request.head.path == "/later" ? .deferred { .echo(request) } : .ready(.echo(request))
    }
    for path in ["/now", "/later"] {
      #expect(try server.send(path, body: Self.large).body == Self.large)
    }
  }

  @Test(
    "A raw response is whole over TLS, with all its pieces and framings",
    arguments: [
      ([.head, .body(0..<(6 << 20), nil)], .length(6 << 20)),
      ([.head, .body(0..<(6 << 20), WirePace(slice: 1 << 20, interval: .zero)), .bytes(Array("0\r\n\r\n".utf8))], .chunked),
      ([.head, .body(0..<(6 << 20), WirePace(slice: 70_001, interval: .zero))], .untilClose),
    ] as [([WireAction], RawResponse.Framing)])
  func scripts(actions: [WireAction], framing: RawResponse.Framing) throws {
    let server = try SecureServer { _ in
      .ready(DeliveryPlan(Response(status: 200, body: Self.large), rawResponse: RawResponse(framing: framing, actions: actions)))
    }
    #expect(try server.send("/").body == Self.large)
  }

  @Test(
    "A response that is cut, or whose connection is reset, is an error for the client",
    arguments: [RawResponse.Ending.close, .reset])
  func cut(ending: RawResponse.Ending) throws {
    let server = try SecureServer { _ in .ready(.raw([.head, .body(0..<4, nil)], ending: ending)) }
    let error = #expect(throws: HTTPClientError.self) { try server.send("/") }
    #expect(error?.kind == .failed)
  }

  @Test("A delay runs by the server's clock")
  func delay() throws {
    let clock = Clock.manual(unixTime: 784_111_777)
    let server = try SecureServer(clock: clock) { _ in
      defer { clock.advance(by: .seconds(60)) }
      return .ready(DeliveryPlan.text("late").delayed(by: .seconds(60)))
    }
    #expect(try server.text("/") == "late")
  }
}

/// A server with a certificate of its own, and clients that trust it.
private final class SecureServer {
  let test: TestServer
  private let folder: TemporaryFolder

  init(
    names: [String] = ["localhost"], clock: Clock = .system,
    respond: @escaping @Sendable (Request) -> Work<DeliveryPlan> = { .ready(.echo($0)) }
  ) throws {
    let made = try SelfSigned(for: names.compactMap { ServerName($0) }, now: Int64(Clock.system.unixMilliseconds / 1_000))
    folder = try TemporaryFolder()
    try folder.write(made.authority, "ca.pem")
    test = try TestServer(
      configure: {
        $0.identity = made.identity
        $0.clock = clock
      }, respond: respond)
  }

  var port: Int { test.server.port }

  func send(
    _ path: String, host: String = "localhost", body: [UInt8] = [], trusting other: SecureServer? = nil
  ) throws -> Response {
    try HTTPClient(timeout: .seconds(60), trustedCertificates: "\((other ?? self).folder.path)/ca.pem").send(
      OutgoingRequest(method: body.isEmpty ? "GET" : "POST", url: "https://\(host):\(port)\(path)", body: body))
  }

  func text(_ path: String, host: String = "localhost") throws -> String {
    String(decoding: try send(path, host: host).body, as: UTF8.self)
  }
}
