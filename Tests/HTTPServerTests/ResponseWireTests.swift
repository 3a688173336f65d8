import HTTPMessage
import HTTPServer
import TestClient
import Testing

@Suite("Responses on the wire", .timeLimit(.minutes(15)))
struct ResponseWireTests {
  @Test("HEAD gets the headers of the response, with the length of the body that is left out", arguments: [false, true])
  func head(isDeferred: Bool) throws {
    let plan = DeliveryPlan.text("twelve bytes")
    let server = try TestServer { _ in isDeferred ? .deferred { plan } : .ready(plan) }
    let client = try server.connect()
    try client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.readResponse(toHead: true)["Content-Length"] == "12")
    try client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(try client.readResponse().text == "twelve bytes")
    #expect(try client.readToEnd() == [])
  }

  @Test("Headers go out in the order they were given, repeats and all, after the server's own")
  func order() throws {
    let fields = [HeaderField("X-B", "1"), HeaderField("x-a", "2"), HeaderField("X-B", "3"), HeaderField("Content-Type", "text/plain")]
    let server = try TestServer { _ in .ready(.text("", headers: fields)) }
    let response = try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    let names = response.fields.map { "\($0.name): \($0.value)" }
    #expect(
      names.filter { !$0.hasPrefix("Date") } == [
        "Server: \(TestServer.name)", "X-B: 1", "x-a: 2", "X-B: 3", "Content-Type: text/plain", "Content-Length: 0",
      ])
  }

  @Test(
    "A header line that would break the response is left out and logged",
    arguments: [
      HeaderField("X-Bad", "a\r\nX-Evil: 1"), HeaderField("X-Bad", "a\nb"), HeaderField("X-Bad", "a\u{0}b"),
      HeaderField("X-Bad", "a\u{7F}"),
      HeaderField("X-Bad\r\nX-Evil", "1"), HeaderField("X Bad", "1"), HeaderField("", "1"), HeaderField("X-Bad:", "1"),
      HeaderField("Content-Length", "5"), HeaderField("transfer-encoding", "chunked"), HeaderField("Server", "other"),
      HeaderField("Connection", "close"), HeaderField("X-Bad", ""),
    ])
  func injection(field: HeaderField) throws {
    let server = try TestServer { _ in .ready(.text("whole", headers: [field, HeaderField("X-Good", "yes")])) }
    let response = try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(response.fields.map { $0.name }.sorted() == ["Content-Length", "Date", "Server", "X-Good"])
    #expect(response.text == "whole")
    #expect(server.log.all.count == 1)
  }

  @Test("A value may hold tabs, and letters beyond ASCII as UTF-8", arguments: ["a\tb", "프롬프트", "\"quoted\""])
  func legalValue(value: String) throws {
    let server = try TestServer { _ in .ready(.text("", headers: [HeaderField("X-Value", value)])) }
    #expect(try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n")["X-Value"] == value)
  }

  @Test("A status that is not final becomes a 500", arguments: [-1, 0, 99, 100, 102, 199, 1_000, Int.max])
  func status(_ status: Int) throws {
    let server = try TestServer { _ in .ready(.text("", status: status)) }
    #expect(try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status == 500)
    #expect(server.log.all.contains("no final status: \(status)"))
  }

  @Test("An unusual status goes out as it is", arguments: [200, 204, 304, 418, 429, 522, 999])
  func unusualStatus(_ status: Int) throws {
    let server = try TestServer { _ in .ready(.text("", status: status)) }
    let response = try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(response.status == status)
    #expect(response["Server"] == TestServer.name)
  }
}
