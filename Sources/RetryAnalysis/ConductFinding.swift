/// Bad manners of one kind, at one thing or in one session.
package struct ConductFinding: Sendable, Equatable {
  package let kind: ClientProblemKind
  package let session: String
  /// What was seen first, with its numbers, and what to do instead.
  package let says: String
  /// How often it was seen.
  package let count: Int
  /// The first requests that showed it, at most ten.
  package let evidence: [Evidence]

  package struct Evidence: Sendable, Equatable {
    /// The request's.
    package let id: String
    package let unixMilliseconds: Int
    package let note: String

    package init(id: String, unixMilliseconds: Int, note: String) {
      self.id = id
      self.unixMilliseconds = unixMilliseconds
      self.note = note
    }
  }

  package init(kind: ClientProblemKind, session: String, says: String, count: Int, evidence: [Evidence]) {
    self.kind = kind
    self.session = session
    self.says = says
    self.count = count
    self.evidence = evidence
  }
}
