internal import Contract
internal import Journal
internal import MockService
internal import RetryAnalysis
internal import Support

extension RequestInspector {
  /// How the client behaved when things went wrong; to be asked when it is done.
  public func conduct() async -> [ConductFinding] {
    await aside {
      let journal = scope.service.journal
      journal.awaitDeliveries()
      return journal.conduct.findings(session: scope.session).map { ConductFinding($0, session: journal.shownName(of: $0.session)) }
    }
  }

  /// Everything that the client did wrong: rules that it broke or bent though no scenario answered, and its conduct.
  public func complaints() async -> [Complaint] {
    let breaches = await requests().filter { !$0.isScripted }.flatMap { request in
      (request.violations + request.warnings).map { breach in
        let place = breach.path.isEmpty ? "" : "\(breach.path): "
        return Complaint(
          name: breach.rule, requests: [request.id], says: "\(place)expected \(breach.expected); found \(breach.found)")
      }
    }
    return breaches
      + (await conduct().map { Complaint(name: $0.kind.rawValue, requests: $0.evidence.map(\.id), says: $0.says) })
  }

  /// Fails when the client did wrong: for the end of every test.
  ///
  /// - Parameter expected: rules and findings by name that the test provokes; each has to come.
  /// - Throws: `ComplaintFailure`; `ImageEditMockError` when nothing has a name that is expected.
  public func verifyNoComplaints(expecting expected: Set<String> = []) async throws {
    for name in expected.sorted() { try check(name) }
    let complaints = await complaints()
    let unexpected = complaints.filter { !expected.contains($0.name) }
    let missing = expected.subtracting(complaints.map(\.name)).sorted()
    if !unexpected.isEmpty || !missing.isEmpty { throw ComplaintFailure(complaints: unexpected, missing: missing, title: scope.title) }
  }

  private func check(_ name: String) throws(ImageEditMockError) {
    let known = ConductFinding.Kind.allCases.map(\.rawValue) + Ledger.rules.map(\.id)
    if known.contains(name) { return }
    throw ImageEditMockError(
      "there is no rule and no finding '\(name)'; did you mean \(known.nearest(to: name))? `image-edit-mock rules` lists the rules")
  }
}
