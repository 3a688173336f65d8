package import Contract
internal import HTTPMessage
package import RequestMatching

/// A filter of journal entries; an entry must meet every condition that is not nil.
package struct JournalQuery: Sendable {
  /// A condition on the status of the response.
  package enum Status: Sendable, Equatable {
    case exact(Int)
    /// All statuses of a family: 4 stands for 400 to 499.
    case family(Int)
    /// No response was sent.
    case none
  }

  /// The first entry that a query selects.
  package enum Since: Sendable, Equatable {
    /// Selects entries after the one of this number.
    case order(Int)
    /// Selects entries after the one of this request id.
    case id(String)
    /// Selects entries from this Unix time on, in milliseconds.
    case time(Int)

    /// Reads an id (`req_…`), an order number, a Unix time in seconds or milliseconds, or an ISO 8601 time; nil when it is none of these.
    package init?(_ text: String) {
      if text.hasPrefix("req_") {
        self = .id(text)
      } else if text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2E }), let number = Double(text), number < 1e15 {
        // No run has 10⁹ requests, no test asks for times before 2001, and 10¹¹ seconds are after the year 5000.
        self = number < 1e9 ? .order(Int(number)) : .time(Int(number < 1e11 ? number * 1_000 : number))
      } else if let time = ISOTime.unixMilliseconds(text) {
        self = .time(time)
      } else {
        return nil
      }
    }
  }

  /// The session's name, or its redacted name.
  package var session: String?
  /// The API of the path.
  package var api: API?
  /// The kind of endpoint.
  package var endpoint: RequestFacts.Endpoint?
  /// The status of the response.
  package var status: Status?
  /// The name of the scenario that had a part in the response.
  package var scenario: String?
  /// The id of a rule that was broken or bent.
  package var rule: String?
  /// The start of the selection.
  package var since: Since?
  /// The most entries to select, counted from the newest.
  package var limit: Int?

  /// Returns a query that selects all entries.
  package init() {}

  func filter(_ entries: [JournalEntry]) -> [JournalEntry] {
    var order: Int?
    if case .id(let id) = since {
      // All entries that are kept come after one that is forgotten.
      order = entries.last { $0.record.id == id }?.order ?? 0
    }
    let found = entries.filter { isAfter($0, order) && matches($0.record) }
    return limit.map { Array(found.suffix($0)) } ?? found
  }

  private func isAfter(_ entry: JournalEntry, _ known: Int?) -> Bool {
    switch since {
    case nil: true
    case .order(let order): entry.order > order
    case .id: entry.order > known ?? 0
    case .time(let time): entry.record.unixMilliseconds >= time
    }
  }

  private func matches(_ record: RequestRecord) -> Bool {
    if let session, !record.session.isCalled(session) { return false }
    if let api, record.api != api { return false }
    if let endpoint, record.endpoint != endpoint { return false }
    if let scenario, record.scenario != scenario { return false }
    if let rule, !(record.violations + record.warnings).contains(where: { $0.rule.id == rule }) { return false }
    switch status {
    case nil: return true
    case .none?: return record.status == nil
    case .exact(let status): return record.status == status
    case .family(let family): return record.status.map { $0 / 100 == family } ?? false
    }
  }
}
