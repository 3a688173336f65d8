import ImageEditMockTesting
import Testing

/// Gives each test a mock of its own, and fails it in the end when the client did wrong.
///
/// A mock starts in milliseconds, so none is shared: its clock is the test's own as well, and `session` alone finds it.
struct ImageEditMockTrait: TestTrait, SuiteTrait, TestScoping, Equatable {
  /// The scenario that the test's requests go through.
  let scenario: String?
  /// The rules that the test breaks and the findings of conduct that it earns; each has to come.
  let expected: Set<String>

  /// The session of the test that runs.
  @TaskLocal static var session: ImageEditMock.Session?

  // On a suite, it is for each of its tests.
  var isRecursive: Bool { true }

  func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
    // A test's own trait takes the place of its suite's.
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
  /// A mock where nothing goes wrong.
  static var imageEditMock: Self { imageEditMock() }

  /// A mock with a scenario, for a test that breaks rules or shows bad manners on purpose.
  static func imageEditMock(scenario: String? = nil, expecting expected: Set<String> = []) -> Self {
    ImageEditMockTrait(scenario: scenario, expected: expected)
  }
}
