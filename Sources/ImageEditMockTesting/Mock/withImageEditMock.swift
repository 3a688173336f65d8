/// Runs a mock of both image-edit APIs in this process, on a free port, for as long as the body runs.
///
/// The mock is stopped when the body returns or throws, and whatever is still being answered then is answered without its delay. Many can
/// run side by side. `SIGPIPE` is ignored in the whole process from the first one on.
///
/// - Throws: what the body throws; `ImageEditMockError` when the configuration is wrong or nothing can be listened on.
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
