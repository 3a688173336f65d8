internal import Contract
internal import HTTPMessage
internal import RequestMatching
internal import RetryAnalysis
internal import Support

extension Attempt {
  /// What the grading of manners takes from a request; nil: it belongs to neither API, or nothing is kept.
  init?(_ record: RequestRecord) {
    guard let digest = record.digest, record.api != nil, record.head.method != "OPTIONS" else { return nil }
    let times = record.times
    let answered = (times.ended ?? times.rendered ?? times.validated ?? times.received ?? times.arrived) + (record.delivery?.delay ?? .zero)
    // Real time, and what the clock of quotas was moved on by hand beside: a test that advances it has waited, and one that froze it, too.
    self.init(
      id: record.id, session: record.session.raw, digest: digest.bytes, received: times.arrived + record.advanced,
      answered: answered + record.advanced,
      unixMilliseconds: record.unixMilliseconds, status: record.delivery?.hasHead == false ? nil : record.status)
    api = record.api?.rawValue
    if let headers = record.response?.headers, status != nil {
      retryAfter = headers.retryAfter(now: record.clockMilliseconds)
      isToldToRetry = retryAfter != nil || headers["x-should-retry"] == "true"
    }
    damage = record.script?.damage
    connection = record.head.arrival?.connection
    keepsConnection = record.delivery?.keepsConnection ?? false
    deprecated = record.warnings.map(\.rule.id).filter { $0.hasSuffix(".deprecated") }
    misplacedKey = record.facts?.key == nil ? MisplacedKey.place(record.head, record.facts?.form) : nil
  }
}

extension HeaderList {
  /// How long an answer asks to wait; a date counts from `now`, Unix time in milliseconds.
  ///
  /// Clients read the one header or the other: who keeps to either has done as told.
  fileprivate func retryAfter(now: Int) -> Duration? {
    [retryAfterMilliseconds, retryAfterSeconds(now: now)].compactMap(\.self).min()
  }

  private var retryAfterMilliseconds: Duration? {
    guard let text = self["retry-after-ms"], let milliseconds = Double(text), 0..<1e9 ~= milliseconds else { return nil }
    return .milliseconds(Int(milliseconds))
  }

  private func retryAfterSeconds(now: Int) -> Duration? {
    guard let text = self["retry-after"] else { return nil }
    if let seconds = Int(text), 0..<1_000_000 ~= seconds { return .seconds(seconds) }
    return HTTPDate.unixTime(text).map { .milliseconds(max(0, $0 * 1_000 - now)) }
  }
}
