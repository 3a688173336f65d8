import Formats
import HTTPMessage
import Journal
import Testing

@testable import MockService

/// Bodies and the bound of the journal.
@Suite("Which bodies the journal keeps", .timeLimit(.minutes(15)))
struct KeptBodyTests {
  private static let path = "/api/v1/image/edit"

  @Test("A body of a quarter of the journal is kept, one of a byte more is not", arguments: [(2_500, true), (2_501, false)])
  func quarter(count: Int, isKept: Bool) throws {
    let mock = Mock { $0.journal.bytes = 10_000 }
    let body = [UInt8](repeating: 32, count: count)
    _ = mock.send("POST", Self.path, headers: [jsonType], body: body)
    let entry = try mock.lastEntry()
    #expect(entry.snapshot.body == (isKept ? body : nil) && entry.record.bodyCount == count)
  }

  @Test(
    "What is not going to be kept is not held on to while the request is on its way",
    arguments: [(100, 100, true), (101, 100, false), (0, -1, false), (0, 0, true)])
  func heldBody(count: Int, largest: Int, isHeld: Bool) {
    let request = Request(head: RequestHead(method: "POST", path: Self.path), body: .complete([UInt8](repeating: 1, count: count)))
    var context = RequestContext(request.head, id: "1", now: .zero)
    context.receive(request.body, at: .zero, largestBody: largest)
    #expect((context.body != nil) == isHeld && context.bodyCount == count)
  }

  @Test("Of a body that was too large only its length is known")
  func tooLarge() throws {
    let mock = Mock()
    let head = mock.head("POST", Self.path, headers: [jsonType])
    guard case .ready = mock.service.respond(to: Request(head: head, body: .tooLarge(limit: 10, received: 50_000_000))) else {
      throw Mock.NotAdmitted()
    }
    let entry = try mock.lastEntry()
    #expect(entry.record.status == 413 && entry.record.bodyCount == 50_000_000 && entry.snapshot.body == nil)
  }

  /// What one client asks for, one after the other.
  private func ask(_ mock: Mock) throws -> [DeliveryPlan] {
    let image = try gradient(256, 256)
    let edit = JSONOutput.object([("prompt", .string("x")), ("image", .ascii(Base64.encode(image)))]).serialized()
    let form = FormField.body([.file("image", image), .text("prompt", "y"), .file("mask", try gradient(256, 256, alpha: true))])
    return [
      mock.plan(mock.head("POST", Self.path, headers: [jsonType]), edit),
      mock.plan(mock.head("POST", Self.path, headers: [jsonType]), edit),
      mock.plan(mock.head("POST", Self.path, headers: [jsonType]), Array("{}".utf8)),
      mock.plan(mock.head("POST", "/v1/images/edits", headers: [FormField.contentType]), form),
      mock.plan(mock.head("POST", "/v1/images/edits", headers: [FormField.contentType], key: nil), form),
      mock.plan(mock.head("POST", Self.path, headers: [jsonType], key: "scenario:one"), edit),
      mock.plan(mock.head("POST", Self.path, headers: [jsonType], key: "scenario:one"), edit),
      mock.plan(mock.head("GET", "/v1/none")), mock.plan(mock.head("GET", "/fixtures/lighthouse.png")),
      mock.plan(mock.head("OPTIONS", "/v1/a")),
    ]
  }

  @Test("Without a journal the responses are the same to the byte, nothing is kept, and all is counted")
  func off() throws {
    let scenarios = ["one": "steps:\n  - { times: 1, respond: { status: 503 }, fault: { truncate: { after: 50% } } }\n"]
    let on = try Mock(scenarios: scenarios)
    let off = try Mock(scenarios: scenarios) { $0.journal.requests = 0 }
    let plans = try (ask(on), ask(off))
    #expect(plans.0 == plans.1)
    #expect(plans.0.map(\.response.status) == [200, 200, 400, 200, 401, 503, 200, 404, 200, 204])
    #expect(on.entries.count == plans.0.count && plans.0.allSatisfy { $0.observer != nil })
    #expect(off.entries.isEmpty && plans.1.allSatisfy { $0.observer == nil })
    let (kept, counted) = (on.service.journal.counters, off.service.journal.counters)
    #expect(counted.requests == plans.1.count)
    #expect(counted.requests == kept.requests && counted.refused == kept.refused && counted.scripted == kept.scripted)
    #expect(counted.rules.mapValues(\.count) == kept.rules.mapValues(\.count) && counted.kinds == kept.kinds)
    #expect(off.service.journal.sessions.isEmpty && off.service.journal.findingCount == 0)
  }
}
