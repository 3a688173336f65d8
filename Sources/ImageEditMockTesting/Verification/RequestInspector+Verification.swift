internal import Formats
internal import Journal
internal import RequestMatching
internal import Scenarios

extension RequestInspector {
  /// Holds expectations against the requests that came.
  ///
  /// - Parameter inOrder: each is looked for behind what fulfilled the one before.
  /// - Throws: `VerificationFailure` with the counts and what came nearest; `ImageEditMockError` when an expectation cannot be read.
  public func verify(_ expectations: RequestExpectation..., inOrder: Bool = false) async throws {
    try await verify(expectations, inOrder: inOrder)
  }

  /// Holds a list of expectations against the requests that came.
  public func verify(_ expectations: [RequestExpectation], inOrder: Bool = false) async throws {
    guard !expectations.isEmpty else {
      throw ImageEditMockError("there is nothing to verify; write an expectation, such as .request(endpoint: .edit, times: 1)")
    }
    var read: [Expectation] = []
    for (index, expectation) in expectations.enumerated() { read.append(try expectation.read(index + 1)) }
    let request = VerificationRequest(isInOrder: inOrder, expectations: read)
    if let failure = await aside({
      VerificationFailure(Verification(request, scope.entries, forgotten: scope.forgotten), of: expectations.count, scope)
    }) {
      throw failure
    }
  }
}

extension VerificationFailure {
  /// nil: all expectations are met.
  fileprivate init?(_ verification: Verification, of count: Int, _ scope: WitnessScope) {
    guard !verification.isMet else { return nil }
    unmet = verification.failures.map(Unmet.init)
    let which = count == 1 ? "the expectation is not met" : "\(unmet.count) of \(count) expectations are not met"
    summary = "\(scope.title): \(which); \(verification.requests) \(verification.requests == 1 ? "request" : "requests") looked at"
  }
}

extension VerificationFailure.Unmet {
  fileprivate init(_ failure: Verification.Failure) {
    let comparisons = failure.nearest.map { nearest in
      nearest.comparisons.map { VerificationFailure.Comparison($0, nearest.entry) }
    }
    self.init(
      number: failure.number, when: String(decoding: failure.expectation.when.serialized(), as: UTF8.self),
      expected: failure.expectation.counts, matched: failure.matched.map(\.record.id), message: failure.message,
      nearest: failure.nearest?.entry.record.id, comparisons: comparisons ?? [])
  }
}

extension VerificationFailure.Comparison {
  fileprivate init(_ comparison: PatternComparison, _ entry: JournalEntry) {
    let found = Redaction.found(comparison.found, by: comparison.matcher, session: entry.record.session.shown)
    self.init(part: comparison.matcher, expected: comparison.expected, found: found.printable, isSame: comparison.isSame)
  }
}
