import Testing

@testable import RetryAnalysis

@Suite("Texts of findings", .timeLimit(.minutes(15)))
struct FindingTextTests {
  @Test("Each kind says what was seen and what to do instead", arguments: Self.sentences)
  func eachKind(steps: [Client.Step], kind: ClientProblemKind, says: String, note: String) throws {
    let client = Client()
    var time = 0
    for step in steps {
      time += step.pause
      client.send(time, step.status, step.change)
      time += 10
    }
    let finding = try #require(client.analyzer.findings().first { $0.kind == kind })
    #expect(finding.says == says)
    #expect(finding.evidence.last?.note == note)
  }

  private static let sentences: [([Client.Step], ClientProblemKind, String, String)] = [
    (
      [.init(0, 429) { $0.asks(5) }, .init(200, 200)], .earlyRetry,
      "A request came again 200 ms after an answer whose Retry-After asked for 5 s: wait until that time is over.", "waited 200 ms of 5 s"
    ),
    (
      [.init(0, 422), .init(200, 422)], .hopelessRetry,
      "A request came again unchanged after a 422: change it or give up, the same request gets the same answer.", "sent again after a 422"
    ),
    (
      [.init(0, 500), .init(1_250, 500), .init(1_300, 500)], .noBackOff,
      "The first pause between failing attempts was 1.25 s, a later one 1.3 s: make each pause longer, twice the one before.",
      "after a pause of 1.3 s, the first was 1.25 s"
    ),
    (
      (0..<7).map { _ in .init(100, 500) }, .retryStorm,
      "7 attempts at the same failing thing came within 660 ms: make the pauses longer, and give up after a few attempts.",
      "7 attempts within 660 ms"
    ),
    (
      [.init(0, 503) { $0.asks(30) }], .gaveUp,
      "Nothing came after a 503 whose Retry-After asked for 30 s: send the request again when that time is over.",
      "answered 503, Retry-After 30 s"
    ),
    (
      [.init(0, 500) { $0.isToldToRetry = true }], .gaveUp,
      "Nothing came after a 500 that told to retry: send the request again after a pause.", "answered 500, told to retry"
    ),
    (
      [.init(0, 200) { $0.deprecated = ["venice.edit.modelId.deprecated"] }], .deprecatedField,
      "A request bent venice.edit.modelId.deprecated: use what the API has in place of the deprecated field.",
      "venice.edit.modelId.deprecated"
    ),
    (
      [.init(0, 401) { $0.misplacedKey = "in the query" }], .misplacedKey,
      "The key was in the query: send it as `Authorization: Bearer KEY`.", "in the query"
    ),
    (
      [.init(0, 200) { $0.placeholderKey = "'Bearer' twice" }], .placeholderKey,
      "The bearer token was 'Bearer' twice: read the key from the environment once, stop when it is missing, and send it as `Authorization: Bearer KEY`.",
      "'Bearer' twice"
    ),
    (
      [.init(0, 200) { $0.damage = "body cut off" }], .ignoredDamage,
      "Nothing came after a damaged answer (body cut off): check that an answer is whole before you use it, and ask again if it is not.",
      "body cut off"
    ),
    (
      (1...4).map { number in .init(100, 200) { $0.connection = number } }, .newConnections,
      "4 requests came over 4 connections: keep a connection open and send the next request over it.", "connection 4"
    ),
  ]

  @Test("There is a sentence for every kind")
  func complete() {
    #expect(Set(Self.sentences.map(\.1)) == Set(ClientProblemKind.allCases))
  }

  @Test(
    "Durations are written in readable units",
    arguments: [(0, "0 ms"), (7, "7 ms"), (999, "999 ms"), (1_000, "1 s"), (1_005, "1.005 s"), (1_500, "1.5 s"), (70_000, "70 s")])
  func times(milliseconds: Int, words: String) {
    #expect(Duration.milliseconds(milliseconds).words == words)
    #expect((Duration.milliseconds(milliseconds) + .microseconds(999)).words == words)
  }
}
