internal import Contract
internal import HTTPMessage
internal import RequestMatching
internal import RetryAnalysis
internal import Support

extension Attempt {
  /// Returns what retry analysis needs of a request; nil when it belongs to no API, is a preflight, or nothing is kept.
  init?(_ record: RequestRecord) {
    guard let digest = record.digest, record.api != nil, record.head.method != "OPTIONS" else { return nil }
    let times = record.times
    let responded =
      (times.ended ?? times.rendered ?? times.validated ?? times.received ?? times.arrived) + (record.delivery?.delay ?? .zero)
    // Real time plus what the mock's clock was advanced by hand: a test that advances the clock, frozen or not, has waited.
    self.init(
      id: record.id, session: record.session.raw, digest: digest.bytes, received: times.arrived + record.advanced,
      responded: responded + record.advanced,
      unixMilliseconds: record.unixMilliseconds, status: record.delivery?.hasHead == false ? nil : record.status)
    if let headers = record.response?.headers, status != nil {
      retryAfter = headers.retryAfter(now: record.clockMilliseconds)
      isToldToRetry = retryAfter != nil || headers["x-should-retry"] == "true"
    }
    damage = record.trace?.damage
    connection = record.head.arrival?.connection
    keepsConnection = record.delivery?.keepsConnection ?? false
    deprecated = record.warnings.map(\.rule.id).filter { $0.hasSuffix(".deprecated") }
    misplacedKey = record.facts?.key == nil ? MisplacedKey.location(in: record.head, record.facts?.form) : nil
    placeholderKey = PlaceholderKey.found(in: record.head)
  }
}

/// Finds keys that a client sent in another way than `Authorization: Bearer`.
enum MisplacedKey {
  /// Returns where the key is, in words (`in the query, as api_key`); nil when it is where it belongs, or there is none.
  static func location(in head: RequestHead, _ form: SubmittedForm?) -> String? {
    switch BearerToken(head) {
    case .token: return nil
    case .malformed:
      // Wallets sign in with schemes of their own.
      let scheme = head.headers["authorization"]?.split(separator: " ", maxSplits: 1).first.map { $0.lowercased() } ?? ""
      return ["x402", "siwx", "bearer"].contains(scheme) ? nil : "in Authorization, without 'Bearer' before it"
    case .missing: break
    }
    if let field = head.headers.fields.first(where: { keyHeaders.contains($0.name.lowercased()) }) { return "in the header \(field.name)" }
    if let item = Redaction.items(of: head.query).first(where: { Redaction.isSecret(named: $0.name) }) {
      return "in the query, as \(item.name)"
    }
    if let name = form?.fields.first(where: { Redaction.isSecret(named: $0.name) })?.name { return "in the body, as the field \(name)" }
    return nil
  }

  private static let keyHeaders: Set<String> = ["x-api-key", "api-key", "openai-api-key", "x-goog-api-key", "x-auth-token"]
}
