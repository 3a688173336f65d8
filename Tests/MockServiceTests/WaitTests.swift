import Contract
import Formats
import HTTPMessage
import MockService
import Scenarios
import Support
import Testing

/// Every place of a response that names a wait, compared with every other one.
@Suite("A response asks for one wait only", .timeLimit(.minutes(30)))
struct WaitTests {
  private static let settings = [Settings(), Settings(profile: .live)]
  /// What a step's own headers may be, and the wait that they ask for; nil: what the error asks for by itself.
  private static let headers: [(text: String, wait: Int?)] = [
    ("{}", nil), ("{ retry-after: '7' }", 7_000), ("{ retry-after-ms: '1500' }", 1_500), ("{ retry-after: ~, retry-after-ms: ~ }", nil),
    ("{ retry-after: '{{http-date+9s}}' }", 9_000), ("{ retry-after: '2', retry-after-ms: '1250' }", 1_250),
  ]

  private func send(_ mock: Mock, _ api: API, prompt: String = "a sunrise", scenario: String) throws -> Response {
    let header = [("X-Mock-Scenario", scenario)]
    switch api {
    case .venice:
      let body = JSONOutput.object([("prompt", .string(prompt)), ("image", try gradientText(256, 256))])
      return mock.send("POST", "/api/v1/image/edit", headers: [jsonType] + header, body: body.serialized())
    case .dgrid:
      let body = FormField.body([.text("prompt", prompt), .text("model", "gpt-image-2"), .file("image", try gradient(256, 256))])
      return mock.send("POST", "/v1/images/edits", headers: [FormField.contentType] + header, body: body)
    }
  }

  @Test("Every error by name, with and without headers of the step's own", arguments: API.allCases, settings)
  func namedErrors(api: API, settings: Settings) throws {
    var files: [String: String] = [:]
    for error in NamedErrors.all {
      for (number, headers) in Self.headers.enumerated() {
        files["\(error.name)-\(number)"] = "steps:\n  - respond: { error: \(error.name), headers: \(headers.text) }\n"
      }
    }
    let mock = try Mock(scenarios: files) { $0.settings = settings }
    for error in NamedErrors.all {
      for (number, headers) in Self.headers.enumerated() {
        let response = try send(mock, api, scenario: "\(error.name)-\(number)")
        let waits = response.waits(now: mock.configuration.clock.unixMilliseconds)
        #expect(waits.disagreement == nil, "\(error.name), \(headers.text): \(waits)")
        if let wait = headers.wait { #expect(waits.contains { $0.milliseconds == wait }, "\(error.name), \(headers.text): \(waits)") }
        guard api == .venice, !waits.isEmpty, response.headers["x-venice-balance-usd"] != nil else { continue }
        #expect(waits.map(\.name).contains("x-ratelimit-reset-tokens"), "\(error.name), \(headers.text): \(waits)")
      }
    }
  }

  @Test("Every shipped scenario", arguments: API.allCases, settings)
  func shipped(api: API, settings: Settings) throws {
    let mock = Mock { $0.settings = settings }
    for name in try ScenarioSet.load(folder: nil).names {
      let failures = [String](repeating: "", count: name == "error-budget" ? 55 : 1)
      for prompt in ["a sunrise", "a sunrise"] + failures + ["a sunrise"] {
        let response = try send(mock, api, prompt: prompt, scenario: name)
        let waits = response.waits(now: mock.configuration.clock.unixMilliseconds)
        #expect(waits.disagreement == nil, "\(name): \(waits)")
        // A minute that is half over, and a block, ask for what is left of them.
        mock.configuration.clock.advance(by: .milliseconds(437))
      }
    }
  }
}

/// A wait that a response names somewhere.
private struct NamedWait: CustomStringConvertible {
  let name: String
  let milliseconds: Int
  /// What it is rounded up to: a wait that is written in whole seconds is up to one longer.
  var unit = 1

  var description: String { "\(name) \(milliseconds)" }
}

extension [NamedWait] {
  /// Two waits that are not the same, each as far as its unit tells; nil: there is one only.
  fileprivate var disagreement: (NamedWait, NamedWait)? {
    for left in self {
      for right in self where left.milliseconds - left.unit >= right.milliseconds || right.milliseconds - right.unit >= left.milliseconds {
        return (left, right)
      }
    }
    return nil
  }
}

extension Response {
  /// All waits of a response that tells to come back later: of headers and of its text.
  ///
  /// The resets of a quota that has something left are no waits, unless there is a Retry-After beside them.
  fileprivate func waits(now: Int) -> [NamedWait] {
    var waits: [NamedWait] = []
    if let text = headers["retry-after-ms"], let number = Int(text) { waits.append(.init(name: "retry-after-ms", milliseconds: number)) }
    if let text = headers["retry-after"] {
      let seconds = Int(text) ?? HTTPDate.unixTime(text).map { $0 - now / 1_000 }
      waits.append(.init(name: "retry-after", milliseconds: (seconds ?? -1) * 1_000, unit: 1_000))
    }
    if let match = self.text.firstMatch(of: /Please (?:wait|try again in) (?:(\d+)m)?([0-9.]+) ?(ms|s)/), let number = Double(match.2) {
      let minutes = match.1.flatMap { Int($0) } ?? 0
      let unit = match.3 == "ms" ? 1.0 : 1_000
      let isRounded = self.text.contains("Please wait")
      waits.append(.init(name: "text", milliseconds: minutes * 60_000 + Int(number * unit), unit: isRounded ? 1_000 : 1))
    }
    let isUsedUp = ["x-ratelimit-remaining", "x-ratelimit-remaining-requests"].contains { headers[$0] == "0" } && status == 429
    guard !waits.isEmpty || isUsedUp else { return waits }
    for name in ["x-ratelimit-reset-requests", "x-ratelimit-reset-tokens", "x-ratelimit-resets"] {
      guard let number = headers[name].flatMap({ Int($0) }) else { continue }
      switch number {
      case 100_000_000_000...: waits.append(.init(name: name, milliseconds: number - now))
      case 1_000_000_000...: waits.append(.init(name: name, milliseconds: number * 1_000 - now, unit: 1_000))
      default: waits.append(.init(name: name, milliseconds: number * 1_000, unit: 1_000))
      }
    }
    return waits
  }
}
