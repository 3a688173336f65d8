/// One request and its response, as far as retry analysis needs them.
package struct Attempt: Sendable {
  /// The `x-mock-request-id` of the response.
  package var id: String
  /// The name of the session.
  package var session: String
  /// Equal for attempts at the same thing.
  package var digest: [UInt8]
  /// When the headers of the request were complete, on a monotonic clock.
  package var received: Duration
  /// When the response was sent, or is planned to be, on the same clock.
  package var responded: Duration
  /// The Unix time in milliseconds at which the headers were complete.
  package var unixMilliseconds: Int
  /// The status; nil when no response was sent because the connection was cut or reset.
  package var status: Int?
  /// How long the response's `Retry-After` asks to wait.
  package var retryAfter: Duration?
  /// Whether the response has `Retry-After`, or `x-should-retry: true`.
  package var isToldToRetry = false
  /// What was broken in the response, in words (`body cut off`); nil when it was whole.
  package var damage: String?
  /// The number of the connection; nil when it is unknown.
  package var connection: UInt64?
  /// Whether the server keeps the connection open after the response.
  package var keepsConnection = true
  /// The ids of the rules about deprecated fields that the request bent.
  package var deprecated: [String] = []
  /// Where the API key was, in words (`in the query`); nil when it was in `Authorization`, or there was none.
  package var misplacedKey: String?
  /// What the request had in place of a key, in words (`'Bearer' twice`); nil when it may have been a key.
  package var placeholderKey: String?

  /// The number of the attempt among all that were noted.
  var order: UInt64 = 0

  /// Returns an attempt with a whole response.
  package init(id: String, session: String, digest: [UInt8], received: Duration, responded: Duration, unixMilliseconds: Int, status: Int?) {
    self.id = id
    self.session = session
    self.digest = digest
    self.received = received
    self.responded = responded
    self.unixMilliseconds = unixMilliseconds
    self.status = status
  }

  /// Tells whether the client lacks what it asked for: no response, an error, or a damaged response.
  var isFailing: Bool { damage != nil || status.map { $0 >= 400 } ?? true }

  var asksForRetry: Bool { isToldToRetry || retryAfter != nil }
  /// The pause for which the client was told to wait; a response that was not sent told nothing.
  var askedPause: Duration? { status == nil ? nil : retryAfter }
  /// Tells whether the same request would get the same response again. Not when the response asks for a retry, or was damaged: a client may
  /// ask again for what it could not read.
  var isHopeless: Bool { hasHopelessStatus && damage == nil && !asksForRetry }

  var hasHopelessStatus: Bool { status.map(Self.hopelessStatuses.contains) ?? false }

  /// Statuses about the request, the key or the account. Other 4xx are about time: 408, 409, 425, 429.
  private static let hopelessStatuses = [400, 401, 402, 403, 404, 413, 422]
}
