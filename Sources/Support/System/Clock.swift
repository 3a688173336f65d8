internal import Glibc
internal import Synchronization

/// The time that delays and quotas run by: the system's, one that can be moved against it, or one that stands still until it is told.
package final class Clock: Sendable {
  private enum Kind: Sendable { case system, adjustable, manual }

  private struct Adjustment {
    /// Of a manual clock: all of its time. Of an adjustable one: how far it is before the system's; below zero, behind.
    var elapsed = Duration.zero
    /// All that it was moved on by hand.
    var advanced = Duration.zero
    /// Where the system's clocks stood when an adjustable one was frozen.
    var frozen: (monotonic: Duration, calendar: Duration)?
    var listeners: [@Sendable () -> Void] = []
  }

  private let kind: Kind
  /// Unix time in milliseconds when a manual clock begins.
  private let start: Int
  private let adjustment = Mutex(Adjustment())

  private init(_ kind: Kind, start: Int = 0) {
    self.kind = kind
    self.start = start
  }

  /// The system's clocks.
  package static let system = Clock(.system)

  /// A clock that runs with the system's, and can be frozen and advanced.
  package static func adjustable() -> Clock { Clock(.adjustable) }

  /// A clock that only `advance` moves; `unixTime` in seconds is where it begins.
  package static func manual(unixTime: Int = 1_750_000_000) -> Clock { Clock(.manual, start: unixTime * 1_000) }

  /// Whether only `advance` moves it.
  package var isManual: Bool { kind == .manual }

  /// Time since a fixed moment of the past; it never goes back, but for `realign`.
  package var now: Duration {
    switch kind {
    case .system: Self.monotonic
    // The system's clock is read under the lock: what was read before somebody froze this one would be too early after it.
    case .adjustable: adjustment.withLock { ($0.frozen?.monotonic ?? Self.monotonic) + $0.elapsed }
    case .manual: adjustment.withLock(\.elapsed)
    }
  }

  /// How far an adjustable clock is before the system's; below zero, behind.
  package var ahead: Duration {
    guard kind == .adjustable else { return .zero }
    return adjustment.withLock { $0.elapsed - ($0.frozen.map { Self.monotonic - $0.monotonic } ?? .zero) }
  }

  /// All that an adjustable clock was moved on by hand.
  package var advanced: Duration { kind == .adjustable ? adjustment.withLock(\.advanced) : .zero }

  /// Whether an adjustable clock stands still.
  package var isFrozen: Bool { adjustment.withLock { $0.frozen != nil } }

  /// Has an adjustable clock stand still.
  package func freeze() {
    guard kind == .adjustable else { return }
    adjustment.withLock { $0.frozen = $0.frozen ?? (Self.monotonic, Self.calendar) }
  }

  /// Has an adjustable clock go on from where it stands.
  package func thaw() {
    adjustment.withLock { adjustment in
      guard let frozen = adjustment.frozen.take() else { return }
      adjustment.elapsed -= Self.monotonic - frozen.monotonic
    }
  }

  /// Has an adjustable clock run with the system's again.
  package func realign() {
    guard kind == .adjustable else { return }
    adjustment.withLock { ($0.frozen, $0.elapsed) = (nil, .zero) }
  }

  private static var monotonic: Duration { reading(CLOCK_MONOTONIC) }

  /// Since 1970.
  private static var calendar: Duration { reading(CLOCK_REALTIME) }

  private static func reading(_ clock: clockid_t) -> Duration {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Unix time in milliseconds.
  package var unixMilliseconds: Int {
    switch kind {
    case .system: Self.calendar.millisecondsRoundedDown
    case .adjustable: adjustment.withLock { ($0.frozen?.calendar ?? Self.calendar) + $0.elapsed }.millisecondsRoundedDown
    case .manual: start + adjustment.withLock(\.elapsed).millisecondsRoundedDown
    }
  }

  /// Moves a manual or an adjustable clock on, frozen or not, and tells whoever waits by it.
  package func advance(by duration: Duration) {
    let listeners = adjustment.withLock { adjustment in
      adjustment.elapsed += duration
      adjustment.advanced += duration
      return adjustment.listeners
    }
    for listener in listeners { listener() }
  }

  /// Has the closure called after every `advance`; the system's clock needs no telling.
  package func onAdvance(_ listener: @escaping @Sendable () -> Void) {
    if isManual { adjustment.withLock { $0.listeners.append(listener) } }
  }
}
