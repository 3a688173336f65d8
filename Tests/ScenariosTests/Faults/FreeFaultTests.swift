import HTTPMessage
import Scenarios
import Testing

@Suite("Faults of pace, headers and page", .timeLimit(.minutes(15)))
struct FreeFaultTests {
  @Test("stall: a wait in the middle, and the rest comes")
  func stall() throws {
    let actions: [WireAction] = [.head, .body(0..<500, nil), .wait(.seconds(5)), .body(500..<1_000, nil)]
    #expect(plan(response(1_000), try fault("stall")).rawResponse == RawResponse(framing: .length(1_000), actions: actions))
    let end = plan(response(10), try fault("stall", ["after": .extent(.percent(100))])).rawResponse
    #expect(end?.actions == [.head, .body(0..<10, nil), .wait(.seconds(5))])
    let empty = plan(response(0), try fault("stall")).rawResponse
    #expect(empty?.actions == [.head, .wait(.seconds(5))])
  }

  @Test("slice: the whole body at a pace")
  func slice() throws {
    let pace = WirePace(slice: 100, interval: .milliseconds(10))
    let raw = RawResponse(framing: .length(1_000), actions: [.head, .body(0..<1_000, pace)])
    #expect(plan(response(1_000), try fault("slice")).rawResponse == raw)
  }

  @Test("slow-upload: the intake has a rate, the response is left alone")
  func slowUpload() throws {
    let slow = try #require(try fault("slow-upload") as? any RequestFault)
    var intake = IntakeDraft()
    slow.apply(to: &intake)
    #expect(intake.bytesPerSecond == 20_000 && intake.cutAfter == nil)
    #expect(plan(response(1_000), slow) == DeliveryPlan(response(1_000)))
  }

  @Test("wrong-content-type: another type in the place of the first, the same bytes")
  func wrongContentType() throws {
    let found = plan(response(10), try fault("wrong-content-type"))
    var expected = response(10, type: "text/html; charset=utf-8")
    #expect(found == DeliveryPlan(expected))
    expected.headers = HeaderList()
    let added = plan(expected, try fault("wrong-content-type", ["type": .text("image/gif")]))
    #expect(added.response.headers.fields == [HeaderField("Content-Type", "image/gif")])
  }

  static let repeats: [(name: String, value: String, values: [String])] = [
    ("content-type", "", ["image/png", "image/png"]),
    ("content-type", "text/plain", ["image/png", "text/plain"]),
    ("x-new", "1", ["1", "1"]),
    ("x-new", "", []),
  ]

  @Test("duplicate-headers: the header stands there twice, without a script", arguments: repeats)
  func duplicateHeaders(name: String, value: String, values: [String]) throws {
    let found = plan(response(10), try fault("duplicate-headers", ["name": .text(name), "value": .text(value)]))
    #expect(found.response.headers.values(of: name) == values)
    #expect(found.rawResponse == nil)
  }

  @Test("duplicate-headers: a second Content-Length goes past the server", arguments: [("", "10"), ("11", "11")])
  func duplicateLength(value: String, sent: String) throws {
    let found = plan(response(10), try fault("duplicate-headers", ["name": .text("Content-Length"), "value": .text(value)]))
    #expect(found.response == response(10))
    #expect(found.rawResponse?.extraFields == [HeaderField("Content-Length", sent)])
    #expect(found.rawResponse?.actions == [.head, .body(0..<10, nil)])
  }

  @Test(
    "html-error-page: status and page of a gateway; of the response only the mock's own headers stay",
    arguments: [502, 503, 504, 520, 522, 524])
  func page(status: Int) throws {
    let found = plan(response(10), try fault("html-error-page", ["status": .text("\(status)")]))
    let html = String(decoding: found.response.body, as: UTF8.self)
    #expect(found.response.status == status)
    #expect(found.rawResponse == nil)
    #expect(found.response.headers.values(of: "content-type") == ["text/html; charset=UTF-8"])
    #expect(found.response.headers["x-mock-request-id"] == "1")
    #expect(found.response.headers["server"] == nil && found.response.headers["retry-after"] == nil)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("Error code \(status)") && html.hasSuffix("</html>\n"))
    let ray = try #require(found.response.headers["edge-ray"]?.split(separator: "-").first)
    #expect(ray.count == 16 && html.contains(ray))
  }

  @Test("html-error-page: every status has a page of its own")
  func pages() throws {
    let titles = try ["502", "503", "504", "520", "522", "524"].map { status in
      let html = String(decoding: plan(response(1), try fault("html-error-page", ["status": .text(status)])).response.body, as: UTF8.self)
      return String(try #require(html.split(separator: "\n").first { $0.hasPrefix("<h1>") }).split(separator: "<")[0])
    }
    #expect(Set(titles).count == titles.count)
  }
}
