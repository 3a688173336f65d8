import Contract
import Formats
import HTTPMessage
import Images
import Journal
import MockService
import Scenarios
import Support
import Synchronization
import TestSupport
import Testing

/// The service in memory with scenarios of the test's own.
@Suite("Requests that go through a scenario", .timeLimit(.minutes(15)))
struct ScenarioResponderTests {
  /// A mock whose scenarios are these files, by name.
  private func mock(_ files: [String: String], _ change: (inout MockConfiguration) -> Void = { _ in }) throws -> Mock {
    try Mock(scenarios: files, change)
  }

  private func venice(_ mock: Mock, key: String? = "k", headers: [(String, String)] = [], prompt: String = "a sunrise") throws -> Response {
    let image = String(decoding: Base64.encode(try gradient(256, 256)), as: UTF8.self)
    let body = JSONOutput.object([("prompt", .string(prompt)), ("image", .string(image))]).serialized()
    return mock.send("POST", "/api/v1/image/edit", headers: [jsonType] + headers, key: key, body: body)
  }

  private static let twoRefusals = "steps:\n  - { times: 2, respond: { status: 429 } }\n"

  @Test("A header, a bearer token, or the server's option choose one; the header goes first, and none switches it off")
  func choosing() throws {
    let mock = try mock(["one": "steps:\n  - respond: { status: 501 }\n", "two": "steps:\n  - respond: { status: 502 }\n"]) {
      $0.scenario = "one"
    }
    #expect(try venice(mock).status == 501)
    #expect(try venice(mock, key: "scenario:two").status == 502)
    #expect(try venice(mock, key: "scenario:two:my-test").status == 502)
    #expect(try venice(mock, key: "scenario:two", headers: [("X-Mock-Scenario", "one")]).status == 501)
    #expect(try venice(mock, headers: [("X-Mock-Scenario", "none")]).status == 200)
    #expect(mock.service.engine.assign("two", to: "k"))
    #expect(try venice(mock).status == 502)
  }

  @Test("Where a scenario responds in the mock's place, an image that came before is not decoded again")
  func decodedOnce() throws {
    let mock = try mock(["one": "steps:\n  - respond: { status: 429 }\n"])
    let image = try gradient(256, 256)
    func isAtOnce(_ prompt: String, _ scenario: String) -> (venice: Bool, dgrid: Bool) {
      let headers = [("X-Mock-Scenario", scenario)]
      let json = JSONOutput.object([("prompt", .string(prompt)), ("image", .ascii(Base64.encode(image)))]).serialized()
      let form = FormField.body([.text("prompt", prompt), .text("model", "wanx-v1"), .file("image", image)])
      return (
        mock.answersAtOnce("/api/v1/image/edit", headers: headers + [jsonType], body: json),
        mock.answersAtOnce("/v1/images/edits", headers: headers + [FormField.contentType], body: form)
      )
    }
    #expect(isAtOnce("a sunrise", "one") == (false, false))
    #expect(try venice(mock, headers: [("X-Mock-Scenario", "one")]).status == 429)
    #expect(isAtOnce("a sunset", "one") == (true, true))
    #expect(isAtOnce("a sunset", "none") == (false, false))
  }

  @Test("A scripted response names its scenario and step; a response without a step does not")
  func naming() throws {
    let mock = try mock(["one": "steps:\n  - { times: 1, respond: { status: 503 } }\n"]) { $0.scenario = "one" }
    let first = try venice(mock)
    #expect(first.headers["x-mock-scenario"] == "one" && first.headers["x-mock-step"] == "1")
    let second = try venice(mock)
    #expect(second.status == 200 && second.headers["x-mock-scenario"] == nil)
  }

  @Test("Keys keep parallel tests apart; a session header goes before the key")
  func sessions() throws {
    let mock = try mock(["one": Self.twoRefusals])
    func status(_ key: String, _ session: String? = nil) throws -> Int {
      let headers = [("X-Mock-Scenario", "one")] + (session.map { [("X-Mock-Session", $0)] } ?? [])
      return try venice(mock, key: key, headers: headers).status
    }
    #expect(try [status("a"), status("a"), status("a"), status("b")] == [429, 429, 200, 429])
    #expect(try [status("x", "s"), status("y", "s"), status("z", "s")] == [429, 429, 200])
  }

  @Test("An unknown name gets a 400 in each API's shape that lists the near ones")
  func unknown() throws {
    let mock = try mock(["one-refusal": Self.twoRefusals])
    let response = try venice(mock, headers: [("X-Mock-Scenario", "one-refusl")])
    #expect(response.status == 400)
    #expect(try response.string("error").contains("'one-refusl'; near are one-refusal"))
    let other = mock.send("POST", "/v1/images/edits", key: "scenario:nothing-like-it")
    #expect(other.status == 400)
    #expect(try other.string("error", "message").contains("there is no scenario 'nothing-like-it'"))
  }

  @Test("A token that chooses a scenario is let in where keys are given")
  func credentials() throws {
    let mock = try mock(["one": "steps:\n  - when: { prompt: never }\n"]) { $0.keys = ["secret"] }
    #expect(try venice(mock, key: "scenario:one:x").status == 200)
    #expect(try venice(mock, key: "other").status == 401)
  }

  @Test("A request that breaks the contract is refused as always, and uses up no step")
  func refusals() throws {
    let mock = try mock(["one": Self.twoRefusals]) { $0.scenario = "one" }
    let refused = try venice(mock, prompt: "")
    #expect(refused.status == 400 && refused.rules == ["venice.edit.prompt.min-length"])
    #expect(refused.headers["x-mock-scenario"] == nil)
    #expect(try [venice(mock).status, venice(mock).status, venice(mock).status] == [429, 429, 200])
  }

  @Test("Also without credentials, or on a path that is none; unless the step says otherwise")
  func headRefusals() throws {
    let strict = try mock(["one": Self.twoRefusals]) { $0.scenario = "one" }
    #expect(try venice(strict, key: nil).status == 402)
    #expect(strict.send("GET", "/api/v1/none").status == 404)
    let open = try mock(["one": "steps:\n  - { validate: off, respond: { status: 503, body: down } }\n"]) { $0.scenario = "one" }
    #expect(try venice(open, key: nil).text == "down")
    #expect(open.send("GET", "/api/v1/none").status == 503)
    #expect(open.send("DELETE", "/v1/images/edits").status == 503)
  }

  @Test("`valid: false` is for refused requests alone, and may leave the refusal as it is")
  func invalidOnly() throws {
    let steps = "steps:\n  - { when: { valid: false }, respond: { headers: { x-note: mine } } }\n"
    let mock = try mock(["one": steps]) { $0.scenario = "one" }
    let refused = try venice(mock, prompt: "")
    #expect(refused.status == 400 && refused.headers["x-note"] == "mine" && refused.rules == ["venice.edit.prompt.min-length"])
    #expect(try venice(mock).headers["x-note"] == nil)
  }

  @Test("Placeholders stand for facts of the request")
  func placeholders() throws {
    let steps = """
      steps:
        - respond:
            status: 418
            headers: { x-when: "{{unix+30s}}", retry-after: "{{http-date+2s}}" }
            json: { said: "{{prompt}}", by: "{{model}}", of: "{{session}}", count: 2, third: "{{nth}}", quality: "{{field.quality}}" }
      """
    let mock = try mock(["one": steps]) { $0.scenario = "one" }
    let response = try venice(mock, prompt: "say \"hi\"\n")
    #expect(
      response.text
        == #"{"said":"say \"hi\"\n","by":"firered-image-edit","of":"k","count":2,"third":"1","quality":""}"#)
    #expect(response.headers["x-when"] == "1750000030")
    #expect(response.headers["retry-after"] == "Sun, 15 Jun 2025 15:06:42 GMT")
  }

  @Test("Image matchers see the image that came")
  func imageMatchers() throws {
    let steps = "steps:\n  - { when: { image: { width: \"> 255\", format: png, alpha: false } }, respond: { status: 418 } }\n"
    let mock = try mock(["one": steps]) { $0.scenario = "one" }
    #expect(try venice(mock).status == 418)
    let jpeg = String(decoding: Base64.encode(try gradient(256, 256, format: .jpeg)), as: UTF8.self)
    #expect(mock.venice([("prompt", .string("x")), ("image", .string(jpeg))]).status == 200)
  }

  @Test("Picture faults change the picture and leave the rest of the response", arguments: ["venice", "b64_json", "url"])
  func pictures(kind: String) throws {
    let mock = try mock(["one": "steps:\n  - fault: mislabelled-image\n"]) { $0.scenario = "one" }
    var picture: [UInt8]
    var type: String?
    if kind == "venice" {
      let response = try venice(mock)
      (picture, type) = (response.body, response.headers["content-type"])
    } else {
      let file = try gradient(256, 256)
      let response = mock.dgrid([.text("prompt", "x"), .text("response_format", kind), .file("image", file)])
      if kind == "url" {
        let url = try response.string("data", "0", "url")
        #expect(url.hasSuffix(".png"))
        let file = mock.send("GET", String(url.dropFirst("http://mock.test:8080".count)), key: nil)
        (picture, type) = (file.body, file.headers["content-type"])
      } else {
        picture = try Base64.decode(Array(response.string("data", "0", "b64_json").utf8))
        type = "image/png"
      }
    }
    #expect(type == "image/png")
    #expect(ImageHeader.read(picture).format == .webp)
  }

  @Test("A script's error is the API's own, in its shape")
  func errors() throws {
    let mock = try mock(["one": "steps:\n  - respond: { error: rate-limited, headers: { retry-after: \"7\" } }\n"]) { $0.scenario = "one" }
    let response = try venice(mock)
    #expect(response.status == 429 && response.text == #"{"error":"Rate limit exceeded"}"# && response.headers["retry-after"] == "7")
    let other = try mock.dgrid([.text("prompt", "x"), .file("image", gradient(256, 256))])
    #expect(try other.status == 429 && other.string("error", "code") == "rate_limit_exceeded" && other.headers["retry-after"] == "7")
  }

  @Test("The record of a request that no step answered says which step came nearest, and why it did not")
  func nearMisses() throws {
    let records = Mutex<[String]>([])
    let folder = try TemporaryFolder()
    let text = "name: one\ndescription: A test.\nsteps:\n  - when: { api: dgrid }\n  - when: { api: venice, prompt: snow }\n"
    try writeFile(Array(text.utf8), "\(folder.path)/one.yaml")
    var configuration = MockConfiguration()
    configuration.scenarios = try ScenarioSet.load(folder: folder.path)
    configuration.scenario = "one"
    let service = MockService(configuration, observe: { record in records.withLock { $0.append(record.text(explainsMiss: true)) } })
    let head = RequestHead(method: "GET", path: "/api/v1/models")
    if case .collect(let intake) = service.admit(head) { _ = intake.respond?(Request(head: head)) }
    #expect(
      records.withLock { $0 } == [
        "GET /api/v1/models 200 (scenario one: no step; nearest is step 2: prompt is to be snow, found none)"
      ])
  }

  @Test("Money that runs out is told in headers and then refused")
  func money() throws {
    let mock = try mock(["one": "quotas: { balance: { usd: 0.10 } }\n"]) { $0.scenario = "one" }
    #expect(try venice(mock).headers["x-venice-balance-usd"] == "0.1")
    #expect(try venice(mock).headers["x-venice-balance-usd"] == "0.06")
    let last = try venice(mock)
    #expect(last.status == 402 && last.headers["x-mock-scenario"] == "one")
  }

  @Test("Edited scenarios are in force from the next request on, and the state of unchanged ones is kept")
  func reloading() throws {
    let folder = try TemporaryFolder()
    func write(_ name: String, _ status: Int) throws {
      let text = "name: \(name)\ndescription: A test.\nsteps:\n  - { times: 1, respond: { status: \(status) } }\n"
      try writeFile(Array(text.utf8), "\(folder.path)/\(name).yaml")
    }
    try write("kept", 501)
    try write("edited", 502)
    let watch = try FolderWatch(folder.path)
    let path = folder.path
    let scenarios = try ScenarioSet.load(folder: path)
    let mock = Mock {
      $0.scenarios = scenarios
      $0.changedScenarios = { watch.hasChanged() ? try? ScenarioSet.load(folder: path) : nil }
    }
    func status(_ scenario: String) throws -> Int { try venice(mock, key: "scenario:\(scenario):t").status }
    #expect(try [status("kept"), status("edited"), status("edited")] == [501, 502, 200])
    try write("edited", 503)
    #expect(try [status("edited"), status("edited"), status("kept")] == [503, 200, 200])
  }
}
