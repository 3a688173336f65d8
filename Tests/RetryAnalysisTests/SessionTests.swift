import RetryAnalysis
import Testing

@Suite("Habits of a session", .timeLimit(.minutes(15)))
struct SessionTests {
  @Test("Deprecated fields are one finding for a session")
  func deprecated() throws {
    let client = Client()
    client.send(0, 200)
    for request in 1...3 { client.send(request * 100, 200, request: UInt8(request)) { $0.deprecated = ["venice.edit.modelId.deprecated"] } }
    client.send(500, 400, session: "b", request: 9) { $0.deprecated = ["one", "two"] }
    #expect(client.found() == ["deprecated-field 3", "deprecated-field 1"])
    #expect(client.analyzer.findings()[0].evidence.map(\.id) == ["req_2", "req_3", "req_4"])
    #expect(client.analyzer.findings()[1].evidence.map(\.note) == ["one, two"])
  }

  @Test("A misplaced key is one finding for a session")
  func misplacedKey() {
    let client = Client()
    client.send(0, 401) { $0.misplacedKey = "in the query" }
    client.send(100, 401, request: 2) { $0.misplacedKey = "in the header X-API-Key" }
    client.send(200, 200, request: 3)
    #expect(client.found() == ["misplaced-key 2"])
    #expect(client.analyzer.findings()[0].evidence.map(\.note) == ["in the query", "in the header X-API-Key"])
  }

  @Test("Texts in place of a key are one finding for a session")
  func placeholderKey() {
    let client = Client()
    client.send(0, 200) { $0.placeholderKey = "'undefined', the text for a value that is not set" }
    client.send(100, 401, request: 2) { $0.placeholderKey = "'Bearer' twice" }
    client.send(200, 200, request: 3)
    #expect(client.found() == ["placeholder-key 2"])
    #expect(
      client.analyzer.findings()[0].says
        == "The bearer token was 'undefined', the text for a value that is not set: read the key from the environment once, stop when it is missing, and send it as `Authorization: Bearer KEY`."
    )
  }

  @Test(
    "Three needless connections are a finding, and a reused connection clears the session",
    arguments: [
      ([1, 2], nil), ([1, 2, 3], "new-connections 3"), ([1, 2, 3, 4, 5], "new-connections 5"), ([1, 1, 2, 3, 4, 5], nil),
      ([1, 2, 3, 1], nil), ([1, 2, 3, 3, 4, 5, 6], nil), ([1, nil, 2, nil], nil), ([1, nil, 2, 3], "new-connections 3"),
      ([nil, nil, nil, nil], nil),
    ] as [([UInt64?], String?)])
  func connections(numbers: [UInt64?], found: String?) {
    let client = Client()
    for (index, number) in numbers.enumerated() { client.send(index * 100) { $0.connection = number } }
    #expect(client.found() == (found.map { [$0] } ?? []))
    #expect(client.analyzer.count == (found == nil ? 0 : 1))
  }

  @Test("Connections that the server closes do not count, unless one is reused")
  func ended() {
    let client = Client()
    for number in 0..<5 { client.send(number * 100) { ($0.connection, $0.keepsConnection) = (UInt64(number), false) } }
    for number in 5..<7 { client.send(number * 100) { $0.connection = UInt64(number) } }
    #expect(client.found().isEmpty)
    client.send(700) { $0.connection = 7 }
    #expect(client.found() == ["new-connections 3"])
    client.send(800) { ($0.connection, $0.keepsConnection) = (7, false) }
    #expect(client.found().isEmpty)
  }

  @Test(
    "A new connection is allowed while a response is pending, and after two idle seconds",
    arguments: [(-1, false), (0, true), (2_000, true), (2_001, false)])
  func idle(pause: Int, isFound: Bool) {
    let client = Client()
    for number in 0..<3 { client.send(number * (10 + pause)) { $0.connection = UInt64(number) } }
    #expect(client.found() == (isFound ? ["new-connections 3"] : []))
  }

  @Test("The finding keeps the position of the third connection")
  func position() {
    let client = Client()
    for number in 0..<6 {
      client.send(number * 100) {
        $0.connection = UInt64(number)
        if number == 1 { $0.misplacedKey = "in the query" }
        if number == 3 { $0.deprecated = ["rule"] }
      }
    }
    #expect(client.found() == ["misplaced-key 1", "new-connections 6", "deprecated-field 1"])
  }

  @Test("Sessions have connections of their own")
  func sessions() {
    let client = Client()
    for number in 0..<3 { client.send(number * 100, session: "session \(number)") { $0.connection = UInt64(number) } }
    #expect(client.found().isEmpty)
  }

  @Test("The newer half of 512 connections is remembered", arguments: [(255, false), (256, true), (512, true)])
  func newerHalf(reused: UInt64, isCleared: Bool) {
    let client = Client()
    for number in 0...512 { client.send(number * 100) { $0.connection = UInt64(number) } }
    client.send(51_300) { $0.connection = reused }
    #expect(client.found().isEmpty == isCleared)
  }

  @Test("A connection is remembered for at least 256 others, and at most 512", arguments: [(256, true), (512, false)])
  func memory(others: Int, isCleared: Bool) {
    let client = Client()
    for number in 0...others { client.send(number * 100) { $0.connection = UInt64(number) } }
    client.send(others * 100 + 100) { $0.connection = 0 }
    #expect(client.found().isEmpty == isCleared)
  }
}
