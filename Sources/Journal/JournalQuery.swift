package import Contract
package import RequestMatching

/// Which entries of the journal somebody asks for.
package struct JournalQuery: Sendable {
  package enum Status: Sendable, Equatable {
    case exact(Int)
    /// 4: 400 to 499.
    case family(Int)
    /// There was no answer.
    case none
  }

  package enum Since: Sendable, Equatable {
    /// Behind the entry of that number.
    case order(Int)
    /// Behind the request of that id.
    case id(String)
    /// At that Unix time in milliseconds, or later.
    case time(Int)
  }

  /// By its name, or by what is shown of it.
  package var session: String?
  package var api: API?
  package var endpoint: RequestFacts.Endpoint?
  package var status: Status?
  package var scenario: String?
  /// The id of a rule that was broken or bent.
  package var rule: String?
  package var since: Since?
  /// The newest so many.
  package var limit: Int?

  package init() {}

  package func filter(_ entries: [JournalEntry]) -> [JournalEntry] {
    var order: Int?
    if case .id(let id) = since {
      // Behind a request that nobody knows any more comes everything that is kept.
      order = entries.last { $0.record.id == id }?.order ?? 0
    }
    let found = entries.filter { isBehind($0, order) && fits($0.record) }
    return limit.map { Array(found.suffix($0)) } ?? found
  }

  private func isBehind(_ entry: JournalEntry, _ known: Int?) -> Bool {
    switch since {
    case nil: true
    case .order(let order): entry.order > order
    case .id: entry.order > known ?? 0
    case .time(let time): entry.record.unixMilliseconds >= time
    }
  }

  private func fits(_ record: RequestRecord) -> Bool {
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

extension JournalQuery.Since {
  /// An id, an order number, a Unix time in seconds or milliseconds, or an ISO time; nil: none of these.
  package init?(_ text: String, isoTime: (String) -> Int?) {
    if text.hasPrefix("req_") {
      self = .id(text)
    } else if text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2E }), let number = Double(text), number < 1e15 {
      // No run has a thousand million requests, and no test asks for what was before 2001.
      self = number < 1e9 ? .order(Int(number)) : .time(Int(number < 1e11 ? number * 1_000 : number))
    } else if let time = isoTime(text) {
      self = .time(time)
    } else {
      return nil
    }
  }
}
