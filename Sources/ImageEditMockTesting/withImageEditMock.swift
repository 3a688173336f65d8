internal import Dispatch
internal import HTTPServer
internal import MockServer
internal import MockService

/// Runs a mock of both image-edit APIs in this process, on a free port, for as long as the body runs.
///
///     try await withImageEditMock { mock in
///       let client = Client(baseURL: mock.veniceBaseURL, key: "test")
///       try await client.edit("Make it snow", picture)
///       try await mock.verify(.request(endpoint: .edit, prompt: "*snow*", times: 1))
///     }
///
/// The mock is stopped when the body returns or throws; responses that are still delayed are sent at once then. Many mocks can run side by
/// side. `SIGPIPE` is ignored in the whole process from the first one on.
///
/// - Throws: what the body throws; `ImageEditMockError` when the configuration is wrong or the mock cannot listen.
public func withImageEditMock<Value>(
  _ configuration: ImageEditMock.Configuration = .init(), isolation: isolated (any Actor)? = #isolation,
  _ body: (ImageEditMock) async throws -> Value
) async throws -> Value {
  let running = try await RunningMock.start(configuration)
  do {
    let value = try await body(running.mock)
    await running.stop()
    return value
  } catch {
    await running.stop()
    throw error
  }
}

private struct RunningMock: Sendable {
  let mock: ImageEditMock
  private let server: MockServer

  static func start(_ configuration: ImageEditMock.Configuration) async throws(ImageEditMockError) -> RunningMock {
    try await runBlocking { () throws(ImageEditMockError) in try RunningMock(configuration) }
  }

  private init(_ configuration: ImageEditMock.Configuration) throws(ImageEditMockError) {
    var settings = configuration.settings
    settings.server.port = 0
    // Few threads: a suite has hundreds of mocks at once, and each has one test's client.
    settings.server.threads = 1
    settings.server.workers = 2
    // The process's limit of descriptors is raised for as many: 1,024 would do for some two hundred mocks.
    settings.server.connectionLimit = 4_000
    // The test is over: nothing waits for the response to an upload.
    settings.server.uploadGrace = .zero
    let service: MockService
    do { service = MockService(try settings.serviceConfiguration()) } catch { throw ImageEditMockError(error) }
    do { server = try MockServer(service, settings) { _ in } } catch { throw ImageEditMockError(error.description) }
    mock = ImageEditMock(service, url: server.url)
  }

  func stop() async { await runBlocking { server.stop() } }
}

/// Runs what blocks on a thread of Dispatch's: Swift's own are one for each core, and a task that blocks one holds up all others.
func runBlocking<Value: Sendable, Failure: Error>(_ work: @escaping @Sendable () throws(Failure) -> Value) async throws(Failure) -> Value {
  let result = await withCheckedContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(returning: Result(catching: work)) }
  }
  return try result.get()
}
