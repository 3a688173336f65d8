internal import Contract
internal import Journal
internal import MockService
internal import RetryAnalysis
internal import Support

/// A mistake of a client that no scenario wanted.
public struct Complaint: Sendable, Equatable, CustomStringConvertible {
  /// The id of the rule that was broken or bent, or the name of the finding of conduct: `venice.edit.aspect_ratio.enum`, `gave-up`.
  public let name: String
  /// The ids of the requests.
  public let requests: [String]
  /// What was expected and found, or seen.
  public let says: String

  /// One line with name, text and requests.
  public var description: String { "\(name): \(says) (\(requests.joined(separator: ", ")))" }
}

/// A client made mistakes, or did not make those that a test expects.
public struct ComplaintFailure: Error, Sendable, CustomStringConvertible {
  /// The mistakes that were not expected.
  public let complaints: [Complaint]
  /// Names that were expected, and did not happen.
  public let missing: [String]
  /// The session or the mock.
  let title: String

  /// A line for each complaint and each missing name.
  public var description: String {
    let lines = complaints.map(\.description) + missing.map { "\($0): expected, and did not happen" }
    return "\(title):\n" + lines.map { "  \($0)" }.joined(separator: "\n")
  }
}

extension RequestInspector {
  /// Returns how the client behaved when things went wrong; to be asked when it is done.
  public func conduct() async -> [ConductFinding] {
    await runBlocking {
      let journal = scope.service.journal
      journal.awaitDeliveries()
      return journal.retryAnalyzer.findings(session: scope.session).map { ConductFinding($0, session: journal.shownName(of: $0.session)) }
    }
  }

  /// Returns all mistakes of the client: rules that it broke or bent in requests that no scenario answered, and its conduct.
  public func complaints() async -> [Complaint] {
    let violations = await requests().filter { !$0.isScripted }.flatMap { request in
      (request.violations + request.warnings).map { violation in
        let path = violation.path.isEmpty ? "" : "\(violation.path): "
        return Complaint(
          name: violation.rule, requests: [request.id], says: "\(path)expected \(violation.expected); found \(violation.found)")
      }
    }
    return violations + (await conduct().map { Complaint(name: $0.kind.rawValue, requests: $0.evidence.map(\.id), says: $0.says) })
  }

  /// Fails when the client made mistakes: for the end of every test.
  ///
  ///     try await session.verifyNoComplaints(expecting: ["gave-up"])
  ///
  /// - Parameter expected: rules and findings by name that the test provokes; each has to happen.
  /// - Throws: `ComplaintFailure`; `ImageEditMockError` when an expected name does not exist.
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

/// Bad manners of one kind, at one thing or in one session.
public struct ConductFinding: Sendable, Equatable {
  /// The kinds that there are, under the names that docs/witness.md explains.
  public enum Kind: String, Sendable, CaseIterable {
    /// A request came again before `Retry-After` was over.
    case earlyRetry = "early-retry"
    /// A refused request came again unchanged.
    case hopelessRetry = "hopeless-retry"
    /// The pauses between failing attempts did not grow.
    case noBackOff = "no-back-off"
    /// More than six attempts at something that fails came within ten seconds.
    case retryStorm = "retry-storm"
    /// A response said to retry, and no request came again.
    case gaveUp = "gave-up"
    /// A field was used that the API says not to use any more.
    case deprecatedField = "deprecated-field"
    /// A key came in the query, in another header, or without `Bearer`.
    case misplacedKey = "misplaced-key"
    /// What came in place of a key was no key: `undefined`, a variable that was not filled in, `Bearer` twice.
    case placeholderKey = "placeholder-key"
    /// A damaged response of success was not asked for again.
    case ignoredDamage = "ignored-damage"
    /// Requests came over a connection each although the one before was idle.
    case newConnections = "new-connections"
  }

  /// A request that showed it.
  public struct Evidence: Sendable, Equatable {
    /// The request's id.
    public let id: String
    /// What the request showed.
    public let note: String
  }

  /// The kind of bad manners.
  public let kind: Kind
  /// The session's key, as `RecordedRequest` shows it.
  public let session: String
  /// What was seen, with its numbers, and what to do instead.
  public let says: String
  /// How often it was seen.
  public let count: Int
  /// The first requests that showed it, at most ten.
  public let evidence: [Evidence]
}

extension ConductFinding {
  fileprivate init(_ finding: ClientFinding, session: String) {
    self.init(
      kind: Kind(finding.kind), session: session, says: finding.says, count: finding.count,
      evidence: finding.evidence.map { Evidence(id: $0.id, note: $0.note) })
  }
}

extension ConductFinding.Kind {
  fileprivate init(_ kind: ClientProblemKind) {
    switch kind {
    case .earlyRetry: self = .earlyRetry
    case .hopelessRetry: self = .hopelessRetry
    case .noBackOff: self = .noBackOff
    case .retryStorm: self = .retryStorm
    case .gaveUp: self = .gaveUp
    case .deprecatedField: self = .deprecatedField
    case .misplacedKey: self = .misplacedKey
    case .placeholderKey: self = .placeholderKey
    case .ignoredDamage: self = .ignoredDamage
    case .newConnections: self = .newConnections
    }
  }
}
