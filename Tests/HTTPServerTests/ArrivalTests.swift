import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

@Suite("The connection number and the time of a request", .timeLimit(.minutes(15)))
struct ArrivalTests {
  private static let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test("All requests of a connection have its number, and requests of other connections do not")
  func numbers() throws {
    let server = try TestServer { request in .ready(.text("\(request.head.arrival?.connection ?? 0)")) }
    let clients = try (0..<5).map { _ in try server.connect() }
    var numbers: [[String]] = clients.map { _ in [] }
    for _ in 0..<3 {
      for (index, client) in clients.enumerated() {
        try client.send(Self.request)
        numbers[index].append(try client.readResponse().text)
      }
    }
    #expect(numbers.allSatisfy { Set($0).count == 1 }, "\(numbers)")
    #expect(Set(numbers.map { $0[0] }).count == clients.count, "\(numbers)")
    #expect(!numbers.contains { $0.contains("0") }, "\(numbers)")
  }

  @Test("The number of a closed connection is not used again")
  func notReused() throws {
    let server = try TestServer { request in .ready(.text("\(request.head.arrival?.connection ?? 0)")) }
    let numbers = try (0..<20).map { _ in
      try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").text
    }
    #expect(Set(numbers).count == numbers.count, "\(numbers)")
  }

  @Test("A request arrives when its headers are in, whenever its body comes", arguments: [false, true])
  func moment(isOwnResponse: Bool) throws {
    let echo: @Sendable (consuming Request) -> Work<DeliveryPlan> = { request in
      let arrival = request.head.arrival
      return .ready(.text(arrival.map { "\($0.moment)" } ?? "nowhere"))
    }
    let server = try TimedServer(
      admit: { _ in .collect(Intake(limit: 100, respond: isOwnResponse ? echo : nil)) }, respond: { request in echo(request) })
    let client = try server.test.connect()
    server.clock.advance(by: .seconds(5))
    for seconds in [5, 8] {
      try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n")
      try server.waitForAdmission()
      server.clock.advance(by: .seconds(3))
      try client.send("x")
      #expect(try client.readResponse().text == "\(Duration.seconds(seconds))")
    }
  }

  @Test("Admission and response get the same request head")
  func admission() throws {
    let heads = Collected<RequestHead>()
    let server = try TestServer(
      admit: { head in
        heads.append(head)
        return .collect(upTo: 0)
      },
      respond: { request in
        heads.append(request.head)
        return .ready(.text(""))
      })
    _ = try server.response(to: Self.request)
    let seen = heads.all
    #expect(seen.count == 2 && seen[0] == seen[1] && seen[0].arrival != nil)
  }
}
