/// One request, as far as manners can be told from it.
package struct Attempt: Sendable {
  /// The answer's `x-mock-request-id`.
  package var id: String
  package var session: String
  /// The same for attempts at the same thing.
  package var digest: [UInt8]
  /// `venice` or `dgrid`; nil: neither.
  package var api: String?
  /// When its headers came, on a clock that never goes back.
  package var received: Duration
  /// When its answer was out, or is to be, on the same clock.
  package var answered: Duration
  /// Wall clock when its headers came.
  package var unixMilliseconds: Int
  /// Nil: no answer went out, the connection was cut or reset.
  package var status: Int?
  /// How long the answer's `Retry-After` asks to wait.
  package var retryAfter: Duration?
  /// The answer has `Retry-After`, or `x-should-retry: true`.
  package var isToldToRetry = false
  /// What the client got broken, in words: `body cut off`. Nil: the answer was whole and true.
  package var damage: String?
  /// Nil: unknown.
  package var connection: UInt64?
  /// False: the server itself ends the connection with this answer.
  package var keepsConnection = true
  /// Ids of the rules about deprecated fields that it bent.
  package var deprecated: [String] = []
  /// Where its key was, in words that follow "the key was": `in the query`. Nil: in its place, or there was none.
  package var misplacedKey: String?

  /// Its place among all that were noted.
  var order: UInt64 = 0

  package init(
    id: String, session: String, digest: [UInt8], received: Duration, answered: Duration, unixMilliseconds: Int, status: Int?
  ) {
    self.id = id
    self.session = session
    self.digest = digest
    self.received = received
    self.answered = answered
    self.unixMilliseconds = unixMilliseconds
    self.status = status
  }
}
