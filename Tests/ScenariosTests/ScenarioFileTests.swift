import Contract
import HTTPMessage
import RequestMatching
import Support
import Testing

@testable import Scenarios

@Suite("Reading a scenario file", .timeLimit(.minutes(15)))
struct ScenarioFileTests {
  @Test("Everything that the file says is in the scenario")
  func whole() throws {
    let scenario = try readFile(
      """
      name: x
      description: Everything at once.
      seed: 18446744073709551615
      quotas:
        requests-per-minute: 20
        error-budget: { failures: 3, within: 10s, block: 1m }
        balance: { usd: 0.10, price: 0.04 }
      steps:
        - when: { api: dgrid, nth: 1-3 }
          times: 2
          for: 30s
          chance: 0.5
          validate: off
          respond: { error: rate-limited, status: 503, headers: { retry-after: "1", x-gone: ~ } }
          delay: 250ms
          pace: { bytes-per-second: 20000 }
          fault: { cut: { after: 1KiB, how: reset }, stamp: }
      """
    ).get()
    #expect(scenario.name == "x")
    #expect(scenario.description == "Everything at once.")
    #expect(scenario.seed == .max)
    var budget = Quotas.ErrorBudget()
    (budget.failures, budget.window, budget.block) = (3, .seconds(10), .seconds(60))
    #expect(scenario.quotas == Quotas(requestsPerMinute: 20, errorBudget: budget, balance: .init(amount: 100_000, price: 40_000)))
    let step = scenario.steps[0]
    #expect(step.when.api == .dgrid)
    #expect(step.when.nth == CountPattern(range: 1...3))
    #expect(step.times == 2)
    #expect(step.span == .seconds(30))
    #expect(step.chance == 0.5)
    #expect(!step.validates)
    #expect(step.delay == .fixed(.milliseconds(250)))
    #expect(step.pace == Pace(download: .bytesPerSecond(20000)))
    #expect(step.headers.map(\.name) == ["retry-after", "x-gone"])
    #expect(step.headers.map(\.value) == [Template([.text("1")]), nil])
    guard case .error(let error, status: 503) = step.reply else { throw Unexpected() }
    #expect(error.name == "rate-limited")
    #expect(step.faults.map { type(of: $0).name } == ["cut", "stamp"])
  }

  @Test("A fault's parameters are those of the file, and the declared ones where it is silent")
  func faultValues() throws {
    let cut = try #require(step("fault: { cut: { after: 25%, slices: 7, loud: true, tail: \"~\" } }").faults[0] as? CutFault).values
    #expect(cut.extent("after") == .percent(25))
    #expect(cut.count("slices") == 7)
    #expect(cut.flag("loud"))
    #expect(cut.text("tail") == "~")
    #expect(cut.text("how") == "close")
    #expect(cut.bytes("window") == 1024)
    let plain = try #require(step("fault: cut").faults[0] as? CutFault).values
    #expect(plain.extent("after") == .percent(50))
    #expect(plain.duration("linger") == .zero)
  }

  @Test(
    "Delays",
    arguments: [
      ("1.5s", Delay.fixed(.milliseconds(1500))), ("0ms", .fixed(.zero)), ("1h", .fixed(.seconds(3600))),
      ("{ uniform: [100ms, 2s] }", .uniform(.milliseconds(100), .seconds(2))),
      ("{ normal: { mean: 1s, deviation: 200ms } }", .normal(mean: .seconds(1), deviation: .milliseconds(200))),
      ("{ lognormal: { median: 800ms, p99: 4s } }", .lognormal(median: .milliseconds(800), p99: .seconds(4))),
      ("{ ramp: { from: 100ms, to: 5s, over: 20 } }", .ramp(from: .milliseconds(100), to: .seconds(5), over: 20)),
    ])
  func delays(text: String, delay: Delay) throws { #expect(try step("delay: \(text)").delay == delay) }

  @Test(
    "Paces",
    arguments: [
      ("{ chunks: 5, over: 2s }", Pace(download: .chunks(5, over: .seconds(2)))), ("{ upload-bytes-per-second: 5KB }", Pace(upload: 5000)),
      ("{ bytes-per-second: 1MiB, upload-bytes-per-second: 1 }", Pace(download: .bytesPerSecond(1_048_576), upload: 1)),
    ])
  func paces(text: String, pace: Pace) throws { #expect(try step("pace: \(text)").pace == pace) }

  @Test("Quotas alone are a scenario", arguments: ["{ error-budget: on }", "{ balance: { usd: 3 } }", "{ requests-per-minute: 1 }"])
  func quotasAlone(text: String) throws {
    let scenario = try read("quotas: \(text)").get()
    #expect(scenario.quotas != Quotas())
    #expect(scenario.steps.isEmpty)
  }

  @Test(
    "Money is exact",
    arguments: [("0.1", 100_000), ("0.29", 290_000), ("1.000001", 1_000_001), ("12", 12_000_000), ("1.10000000", 1_100_000)])
  func money(text: String, micros: Int) throws {
    #expect(try read("quotas: { balance: { usd: \(text) } }").get().quotas.balance?.amount == micros)
  }

  @Test("A step asks the contract first, unless it says otherwise or acts before there is one")
  func validation() throws {
    let usual = try step("respond: edit")
    #expect(usual.validates && usual.when.isValid == true)
    let off = try step("validate: off")
    #expect(!off.validates && off.when.isValid == nil)
    let broken = try step("when: { valid: false }")
    #expect(broken.validates && broken.when.isValid == false)
    let early = try step("fault: slow-send")
    #expect(!early.validates && early.when.isValid == nil)
    let slow = try step("pace: { upload-bytes-per-second: 10 }")
    #expect(!slow.validates && slow.when.isValid == nil)
  }

  @Test("Anchors and aliases stand for what they name")
  func aliases() throws {
    let scenario = try read(
      "steps:\n  - when: &edits { endpoint: edit }\n    times: 1\n    respond: &busy { status: 503 }\n  - when: *edits\n    respond: *busy"
    ).get()
    #expect(scenario.steps[0].when == scenario.steps[1].when)
  }

  @Test("A scenario in JSON is read, with the escapes that YAML does not have")
  func json() throws {
    let text = #"{"name": "x", "description": "d", "steps": [{"when": {"prompt": "\ud83d\ude00"}, "delay": "1s"}]}"#
    let scenario = try ScenarioFile.read(Array(text.utf8), name: "x.yaml").get()
    #expect(scenario.steps.first?.when.prompt == .exact("😀"))
  }

  @Test("The fingerprint is the text's own")
  func fingerprint() throws {
    let one = try read("steps: [{ respond: edit }]").get().fingerprint
    #expect(try one == read("steps: [{ respond: edit }]").get().fingerprint)
    #expect(try one != read("steps: [{ respond: edit }] ").get().fingerprint)
  }
}

struct Unexpected: Error {}
