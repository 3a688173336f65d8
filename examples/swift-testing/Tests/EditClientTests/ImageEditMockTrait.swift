import ImageEditMockTesting
import Testing

/// Gives each test a mock of its own, and fails the test at its end when the client made mistakes.
///
///     @Test(.imageEditMock(scenario: "rate-limited-then-ok"))
///     func `A rate limit is waited out`() async throws {
///       let session = try #require(ImageEditMockTrait.session)
///       …
///     }
///
/// A mock starts in milliseconds, so none is shared: each test has its own clock, too.
struct ImageEditMockTrait: TestTrait, SuiteTrait, TestScoping, Equatable {
  /// The scenario that the test's requests go through.
  let scenario: String?
  /// The rules that the test breaks and the findings of conduct that it causes; each has to happen.
  let expected: Set<String>

  /// The session of the test that runs.
  @TaskLocal static var session: ImageEditMock.Session?

  // The trait of a suite is for each of its tests.
  var isRecursive: Bool { true }

  func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
    // A test's own trait replaces its suite's.
    guard test.traits.last(where: { $0 is Self }) as? Self == self else { return try await function() }
    try await withImageEditMock { mock in
      let session = mock.session("test")
      try session.use(scenario: scenario)
      try await Self.$session.withValue(session) { try await function() }
      try await session.verifyNoComplaints(expecting: expected)
    }
  }
}

extension Trait where Self == ImageEditMockTrait {
  /// Runs a test with a mock where nothing goes wrong.
  static var imageEditMock: Self { imageEditMock() }

  /// Runs a test with a mock and a scenario; `expected` is what the test breaks on purpose.
  static func imageEditMock(scenario: String? = nil, expecting expected: Set<String> = []) -> Self {
    ImageEditMockTrait(scenario: scenario, expected: expected)
  }
}
