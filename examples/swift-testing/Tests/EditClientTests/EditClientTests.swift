import EditClient
import Foundation
import ImageEditMockTesting
import Testing

/// What a client's tests look like with the mock: no sleeping, no shared state, and every request verified in the end by the trait.
@Suite(.imageEditMock, .timeLimit(.minutes(15)))
struct EditClientTests {
  private let session: ImageEditMock.Session
  private let picture: Data

  init() async throws {
    session = try #require(ImageEditMockTrait.session)
    picture = try Data(contentsOf: #require(URL(string: "\(session.mock.url)/fixtures/small-256.png")))
  }

  /// The client waits by the mock's clock, so that no test takes longer for it, and the mock knows that it has waited.
  private func client(attempts: Int = 4) throws -> EditClient {
    let url = try #require(URL(string: session.mock.veniceBaseURL))
    return EditClient(baseURL: url, key: session.key, attempts: attempts) { [mock = session.mock] in mock.advanceClock(by: $0) }
  }

  private func statuses() async -> [Int?] { await session.requests().map(\.status) }

  @Test func `An edit is a picture`() async throws {
    let data = try await client().edit("Make it snow", picture)
    #expect(data.starts(with: Data("\u{89}PNG".unicodeScalars.map { UInt8($0.value) })))

    let request = try #require(await session.requests().first)
    #expect(request.prompt == "Make it snow")
    #expect(request.images.first?.width == 256)
  }

  /// That it waits the second that Retry-After asks for is not measured here: a conduct of `early-retry` would fail the test.
  @Test(.imageEditMock(scenario: "rate-limited-then-ok"))
  func `A rate limit is waited out`() async throws {
    _ = try await client().edit("Make it snow", picture)
    #expect(await statuses() == [429, 429, 200])
  }

  @Test(.imageEditMock(scenario: "truncated-body"))
  func `Half a picture is asked for again`() async throws {
    let data = try await client().edit("Make it snow", picture)
    #expect(data.suffix(8).starts(with: Data("IEND".utf8)))

    let requests = await session.requests()
    #expect(requests.map(\.delivery) == [.cut, .complete])
    #expect(Set(requests.map(\.digest)).count == 1, "the second attempt is not the same request")
  }

  @Test(.imageEditMock(expecting: ["venice.edit.aspect_ratio.enum"]))
  func `A refusal is reported and not repeated`() async throws {
    let failure = await #expect(throws: EditClient.Failure.self) {
      try await client().edit("Make it snow", picture, fields: ["aspect_ratio": "4:3"])
    }
    #expect(failure?.status == 400)
    #expect(await session.requests().map(\.violations.first?.found) == ["'4:3'"])
  }

  @Test func `A batch sends what it was asked to`() async throws {
    for (prompt, ratio) in [("A red door", "1:1"), ("The door at night", "16:9")] {
      _ = try await client().edit(prompt, picture, fields: ["aspect_ratio": ratio])
    }
    try await session.verify(
      .request(endpoint: .edit, prompt: "*red*", fields: ["aspect_ratio": "1:1"], times: 1),
      .request(prompt: "/night$/", fields: ["aspect_ratio": "16:9"], times: 1), inOrder: true)
  }

  @Test func `A quota is waited out without waiting`() async throws {
    // A mock of its own with a frozen clock: the minute passes only when the client waits.
    try await withImageEditMock { mock in
      mock.freezeClock()
      let session = mock.session("quota")
      try session.use(
        scenario: mock.addScenario(
          """
          name: two-a-minute
          description: A trial account takes two edits a minute.
          quotas: { requests-per-minute: 2 }
          """))
      let url = try #require(URL(string: mock.veniceBaseURL))
      let client = EditClient(baseURL: url, key: session.key, attempts: 4) { mock.advanceClock(by: $0) }
      for prompt in ["A red door", "A blue door", "A green door"] { _ = try await client.edit(prompt, picture) }
      #expect(await session.requests().map(\.status) == [200, 200, 429, 200])
    }
  }

  @Test(.imageEditMock(scenario: "always-rate-limited", expecting: ["gave-up"]))
  func `Without attempts left the caller learns why`() async throws {
    let failure = await #expect(throws: EditClient.Failure.self) { try await client(attempts: 1).edit("Make it snow", picture) }
    #expect(failure?.description.contains("Rate limit exceeded") == true)
  }
}
