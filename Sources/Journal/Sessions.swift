internal import Contract
package import HTTPMessage
package import RequestMatching
internal import Support

/// The session of a request: its `X-Mock-Session` header, else its API key, else the empty name.
package struct SessionName: Sendable, Hashable {
  /// The name by which scenarios and quotas tell sessions apart.
  package let raw: String
  private let isKey: Bool

  /// Longer keys, in characters, look real; test suites make up shorter ones.
  static let longestPlainKey = 24

  /// Returns the session that a request's head names.
  package init(_ head: RequestHead) {
    if let header = head.headers["x-mock-session"] {
      self.init(raw: header, isKey: false)
    } else if case .token(let token) = BearerToken(head) {
      self.init(raw: token, isKey: true)
    } else {
      self.init(raw: "", isKey: false)
    }
  }

  /// Returns the session of a request whose head has been read.
  package init(_ facts: RequestFacts) { self.init(raw: facts.session, isKey: facts.head.headers["x-mock-session"] == nil) }

  private init(raw: String, isKey: Bool) {
    self.raw = raw
    self.isKey = isKey
  }

  /// The name to show; a key that looks real is redacted.
  package var shown: String { isKey ? Self.shown(key: raw) : raw }

  /// Returns the first four characters and a digest of a key that looks real (`sk-a…5f3c0d19`), and other keys unchanged.
  package static func shown(key: String) -> String { looksReal(key) ? "\(key.prefix(4))…\("\(SHA256Digest.of(key))".prefix(8))" : key }

  /// Tells whether a name is this session's, or the redacted form of it.
  func isCalled(_ name: String) -> Bool { raw == name || (isKey && SessionName.looksReal(raw) && shown == name) }

  /// Tells whether a key may be a real one. Keys that choose a scenario never are.
  static func looksReal(_ key: String) -> Bool { key.count > longestPlainKey && !key.hasPrefix("scenario:") }
}

/// Counters of one session.
package struct SessionCounters: Sendable {
  /// The name of the session.
  package let name: SessionName
  /// All requests.
  package var requests = 0
  /// Requests that broke a rule, and were not answered by a scenario's step.
  package var refused = 0
  /// Requests that bent a rule.
  package var warned = 0
  /// Requests that a scenario's step or quota answered.
  package var scripted = 0
  /// The last scenario that had a part in a response.
  package var lastScenario: String?
  /// The Unix time of the first request, in milliseconds.
  package let first: Int
  /// The Unix time of the last request, in milliseconds.
  package var last: Int
}

/// Counters by session, up to a limit; the sessions that were not seen for longest are dropped.
struct SessionTable: Sendable {
  private var table = LRUCache<String, SessionCounters>(countLimit: limit, costLimit: nameLimit)

  /// The most sessions that are kept.
  static let limit = 10_000
  /// The most bytes of all names together: one can be as long as a header block.
  static let nameLimit = 4 << 20

  /// The sessions in the order of their first requests.
  var all: [SessionCounters] { table.all.map(\.value).sorted { ($0.first, $0.name.raw) < ($1.first, $1.name.raw) } }

  func counters(_ session: String) -> SessionCounters? { table.peek(session) }

  /// Counts a request, and drops old sessions when there are too many.
  mutating func count(_ record: RequestRecord) {
    let name = record.session
    table.update(name.raw, cost: name.raw.utf8.count) { known in
      var counters = known.take() ?? SessionCounters(name: name, first: record.unixMilliseconds, last: record.unixMilliseconds)
      counters.requests += 1
      if record.isRefused { counters.refused += 1 }
      if !record.warnings.isEmpty { counters.warned += 1 }
      if record.trace != nil { counters.scripted += 1 }
      counters.lastScenario = record.scenario ?? counters.lastScenario
      counters.last = max(counters.last, record.unixMilliseconds)
      known = counters
    }
    _ = table.evict()
  }

  /// Drops a session, or all sessions when it is nil.
  mutating func forget(_ session: String?) {
    guard let session else {
      self = SessionTable()
      return
    }
    table.remove(session)
  }
}
