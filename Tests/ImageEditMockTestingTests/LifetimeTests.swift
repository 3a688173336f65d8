import ImageEditMockTesting
import TestClient
import Testing

@Suite("The life of a mock in process", .timeLimit(.minutes(15)))
struct LifetimeTests {
  private struct Broken: Error {}

  @Test("It listens where it says while the body runs, and not after it")
  func life() async throws {
    let (mock, status) = try await withImageEditMock { mock in
      #expect(mock.url.hasPrefix("http://127.0.0.1:"))
      #expect(mock.veniceBaseURL == "\(mock.url)/api/v1")
      #expect(mock.dgridBaseURL == "\(mock.url)/v1")
      return (mock, try mock.client().edit("Make it snow").status)
    }
    #expect(status == 200)
    #expect(throws: ClientError.self) { try mock.client().edit("Make it snow") }
    #expect(await mock.requests().map(\.prompt) == ["Make it snow"], "its requests are gone with it")
  }

  @Test("It stops when the body throws, and the error is the body's")
  func failure() async throws {
    var seen: ImageEditMock?
    await #expect(throws: Broken.self) {
      try await withImageEditMock { mock in
        seen = mock
        throw Broken()
      }
    }
    let mock = try #require(seen)
    #expect(throws: ClientError.self) { try mock.client().get("/v1/models") }
  }

  @Test("It stops when its task is cancelled")
  func cancellation() async throws {
    let (mocks, sink) = AsyncStream.makeStream(of: ImageEditMock.self)
    let (nothing, source) = AsyncStream.makeStream(of: Never.self)
    let task = Task {
      try await withImageEditMock { mock in
        sink.yield(mock)
        for await _ in nothing {}
        try Task.checkCancellation()
      }
    }
    var iterator = mocks.makeAsyncIterator()
    let mock = try #require(await iterator.next())
    #expect(try mock.client().get("/v1/models").status == 200)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    source.finish()
    #expect(throws: ClientError.self) { try mock.client().get("/v1/models") }
  }

  @Test("A delayed response does not delay the end")
  func delayed() async throws {
    let client = try await withImageEditMock { mock in
      let scenario = try mock.addScenario("{ name: slow, description: All is slow., steps: [{ delay: 1h }] }")
      try mock.use(scenario: scenario)
      let client = try mock.client().sending("GET", "/v1/models")
      while await mock.requests().isEmpty { await Task.yield() }
      return client
    }
    #expect(try client.readResponse().status == 200)
  }

  @Test("A test on the main actor keeps what it makes there") @MainActor
  func isolation() async throws {
    final class Notes { var lines: [String] = [] }
    let notes = Notes()
    let same = try await withImageEditMock { mock in
      MainActor.assertIsolated()
      notes.lines.append(mock.url)
      return notes
    }
    #expect(same === notes)
    #expect(notes.lines.count == 1)
  }

  @Test("Ten at once do not see each other's requests")
  func parallel() async throws {
    let found = try await withThrowingTaskGroup(of: [String].self) { group in
      for number in 1...10 {
        group.addTask {
          try await withImageEditMock { mock in
            for path in ["/v1/first-of-\(number)", "/v1/second-of-\(number)"] { try mock.client().get(path) }
            return await mock.requests().map(\.path)
          }
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(found == Set((1...10).map { ["/v1/first-of-\($0)", "/v1/second-of-\($0)"] }))
  }

  @Test("It serves /_mock over HTTP, too")
  func overHTTP() async throws {
    try await withImageEditMock { mock in
      let response = try mock.client().get("/_mock/health")
      #expect(response.status == 200)
      #expect(response["Server"]?.hasPrefix("image-edit-mock/") == true)
    }
  }
}
