internal import Scenarios
internal import Support
internal import Synchronization

/// Counts each account's edits in its minute, for the headers of Venice's responses. Nothing is refused by this count: clients that pace
/// themselves by it are not to be slowed, so it never tells of less than half of its limit.
final class AccountMinutes: Sendable {
  /// Whose minute it is.
  struct Account: Hashable, Sendable {
    let session: String
    let key: String
    let model: String
  }

  /// The most minutes that are kept; beyond it those not used for longest begin anew.
  static let limit = 10_000
  /// The most bytes of their names.
  static let nameLimit = 4 << 20

  private let clock: Clock
  private let minutes = Mutex(LRUCache<Account, RateWindow>(countLimit: limit, costLimit: nameLimit))

  init(clock: Clock) { self.clock = clock }

  /// Returns where the account's minute stands.
  ///
  /// - Parameters:
  ///   - limit: edits a minute.
  ///   - counts: whether the request is an edit that the contract accepts.
  func state(of account: Account, limit: Int, counts: Bool) -> QuotaState.Rate {
    let (now, unixMilliseconds) = (clock.now, clock.unixMilliseconds)
    return minutes.withLock { minutes in
      guard counts else {
        return (minutes.peek(account) ?? RateWindow()).state(limit: limit, now: now, unixMilliseconds: unixMilliseconds)
      }
      let cost = account.session.utf8.count + account.key.utf8.count + account.model.utf8.count
      let state = minutes.update(account, cost: cost) { known in
        var minute = known.take() ?? RateWindow()
        _ = minute.take(limit: limit / 2, now: now, unixMilliseconds: unixMilliseconds)
        known = minute
        return minute.state(limit: limit, now: now, unixMilliseconds: unixMilliseconds)
      }
      _ = minutes.evict()
      return state
    }
  }

  /// Starts the minutes of a session anew; nil: all.
  func reset(session: String?) {
    minutes.withLock { _ = $0.removeAll { account in session.map { $0 == account.session } ?? true } }
  }
}
