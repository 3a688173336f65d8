import HTTPClient
import HTTPMessage
import Testing

@Suite("Requests go out exactly as given", .timeLimit(.minutes(15)))
struct HTTPClientTests {
  private let client = HTTPClient(timeout: .seconds(20))

  private func lines(_ server: EchoServer) throws -> [String] {
    try #require(server.heads.last).headers.fields.map { "\($0.name): \($0.value)" }
  }

  @Test("The header lines are those given, in their order and with their repeats; only Host and Content-Length are the client's own")
  func headers() throws {
    let server = try EchoServer()
    let fields = [
      HeaderField("X-Second", "2"), HeaderField("x-first", "1"), HeaderField("X-Second", "3"), HeaderField("Host", "elsewhere"),
      HeaderField("content-length", "7"), HeaderField("Transfer-Encoding", "chunked"),
    ]
    _ = try client.send(OutgoingRequest(method: "POST", url: "\(server.url)/a", headers: HeaderList(fields), body: [1, 2]))
    let host = "Host: \(server.url.dropFirst(7))"
    #expect(try lines(server) == [host, "X-Second: 2", "x-first: 1", "X-Second: 3", "Content-Length: 2"])
    _ = try client.send(OutgoingRequest(method: "GET", url: server.url))
    #expect(try lines(server) == [host])
  }

  @Test("Header lines that libcurl would add are sent as given", arguments: ["Accept", "Content-Type", "User-Agent"])
  func own(name: String) throws {
    let server = try EchoServer()
    let headers = HeaderList([HeaderField(name, "text/x; q=1")])
    _ = try client.send(OutgoingRequest(method: "POST", url: server.url, headers: headers, body: [1]))
    #expect(try lines(server).filter { $0.hasPrefix(name) } == ["\(name): text/x; q=1"])
  }

  @Test("The method and the target are those given", arguments: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"])
  func methods(method: String) throws {
    let server = try EchoServer()
    let response = try client.send(OutgoingRequest(method: method, url: "\(server.url)/a/../b%20c?d=e&f", body: Array("body".utf8)))
    let head = try #require(server.heads.last)
    #expect((head.method, head.path, head.query) == (method, "/a/../b%20c", "d=e&f"))
    #expect(response.status == 200 && response.body == Array("body".utf8))
  }

  @Test("A response to HEAD has no body, also with a Content-Length")
  func head() throws {
    let server = try EchoServer(headers: [HeaderField("x-a", "b")])
    let response = try client.send(OutgoingRequest(method: "HEAD", url: server.url))
    #expect(response.status == 200 && response.body == [] && response.headers["x-a"] == "b")
  }

  @Test("A POST without bytes has Content-Length: 0", arguments: ["POST", "PUT", "PATCH"])
  func emptyBody(method: String) throws {
    let server = try EchoServer()
    #expect(try client.send(OutgoingRequest(method: method, url: server.url)).body == [])
    #expect(server.heads.last?.headers["content-length"] == "0")
  }

  @Test("A body of many bytes goes both ways whole, with zeros and line ends")
  func bigBody() throws {
    let server = try EchoServer()
    let piece = (0..<1 << 14).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var body: [UInt8] = []
    for _ in 0..<1_024 { body += piece }
    let response = try client.send(OutgoingRequest(method: "POST", url: server.url, body: body))
    let isSame = response.body == body
    #expect(isSame)
    #expect(server.heads.last?.headers["expect"] == nil)
  }

  @Test("The response has the server's status and header lines, also for an error or a redirect", arguments: [404, 500, 302])
  func response(status: Int) throws {
    let fields = [HeaderField("X-A", "1"), HeaderField("location", "/elsewhere"), HeaderField("x-a", "2")]
    let server = try EchoServer(status: status, headers: fields)
    let response = try client.send(OutgoingRequest(method: "GET", url: server.url))
    #expect(response.status == status)
    #expect(response.headers.values(of: "x-a") == ["1", "2"] && response.headers["location"] == "/elsewhere")
    #expect(server.heads.count == 1)
  }

  @Test("Requests on several threads do not mix")
  func threads() async throws {
    let server = try EchoServer()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<40 {
        group.addTask { [client] in
          let body = Array(repeating: UInt8(number), count: 1_000 * number)
          return try client.send(OutgoingRequest(method: "POST", url: server.url, body: body)).body == body
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test("Connections are used again")
  func keptConnections() throws {
    let server = try EchoServer()
    for _ in 0..<3 { _ = try client.send(OutgoingRequest(method: "GET", url: server.url)) }
    #expect(Set(server.heads.map { $0.arrival?.connection }).count == 1)
  }
}
