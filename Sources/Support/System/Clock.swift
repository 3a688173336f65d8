internal import Glibc
internal import Synchronization

/// The time that delays and quotas run by: the system's, one that can be moved against it, or one that only `advance` moves.
///
///     let clock = Clock.manual()
///     clock.advance(by: .seconds(30))
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

  /// What an adjustable clock runs with; nil: the system's clocks.
  private let base: Clock?

  private init(_ kind: Kind, start: Int = 0, base: Clock? = nil) {
    self.kind = kind
    self.start = start
    self.base = base
  }

  /// The system's clocks.
  package static let system = Clock(.system)

  /// Makes a clock that runs with the system's, or with another one in tests, and can be frozen and advanced.
  package static func adjustable(over base: Clock? = nil) -> Clock { Clock(.adjustable, base: base) }

  /// Makes a clock that only `advance` moves; `unixTime` in seconds is where it begins.
  package static func manual(unixTime: Int = 1_750_000_000) -> Clock { Clock(.manual, start: unixTime * 1_000) }

  /// Whether only `advance` moves it.
  package var isManual: Bool { kind == .manual }

  /// Time since a fixed moment of the past; it never goes back, but for `realign`.
  package var now: Duration {
    switch kind {
    case .system: monotonic
    // The system's clock is read under the lock: what was read before this one was frozen would be too early after it.
    case .adjustable: adjustment.withLock { ($0.frozen?.monotonic ?? monotonic) + $0.elapsed }
    case .manual: adjustment.withLock(\.elapsed)
    }
  }

  /// How far an adjustable clock is before the system's; below zero, behind.
  package var ahead: Duration {
    guard kind == .adjustable else { return .zero }
    return adjustment.withLock { $0.elapsed - ($0.frozen.map { monotonic - $0.monotonic } ?? .zero) }
  }

  /// Whether its time is another one than the system's.
  package var isAdjusted: Bool { isManual || ahead != .zero }

  /// All that an adjustable clock was moved on by hand.
  package var advanced: Duration { kind == .adjustable ? adjustment.withLock(\.advanced) : .zero }

  /// Whether an adjustable clock stands still.
  package var isFrozen: Bool { adjustment.withLock { $0.frozen != nil } }

  /// Stops an adjustable clock where it stands.
  package func freeze() {
    guard kind == .adjustable else { return }
    adjustment.withLock { $0.frozen = $0.frozen ?? (monotonic, calendar) }
  }

  /// Lets an adjustable clock go on from where it stands.
  package func thaw() {
    adjustment.withLock { adjustment in
      guard let frozen = adjustment.frozen.take() else { return }
      adjustment.elapsed -= monotonic - frozen.monotonic
    }
  }

  /// Lets an adjustable clock run with the system's again.
  package func realign() {
    guard kind == .adjustable else { return }
    adjustment.withLock { ($0.frozen, $0.elapsed) = (nil, .zero) }
  }

  private var monotonic: Duration { base?.now ?? Self.reading(CLOCK_MONOTONIC) }

  /// Since 1970.
  private var calendar: Duration { base.map { .milliseconds($0.unixMilliseconds) } ?? Self.reading(CLOCK_REALTIME) }

  /// The processor time that the calling thread has used.
  package static var processorTime: Duration { reading(CLOCK_THREAD_CPUTIME_ID) }

  private static func reading(_ clock: clockid_t) -> Duration {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Unix time in milliseconds.
  package var unixMilliseconds: Int {
    switch kind {
    case .system: calendar.millisecondsRoundedDown
    case .adjustable: adjustment.withLock { ($0.frozen?.calendar ?? calendar) + $0.elapsed }.millisecondsRoundedDown
    case .manual: start + adjustment.withLock(\.elapsed).millisecondsRoundedDown
    }
  }

  /// Moves a manual or an adjustable clock on, frozen or not, and calls the closures of `onAdvance`.
  package func advance(by duration: Duration) {
    let listeners = adjustment.withLock { adjustment in
      adjustment.elapsed += duration
      adjustment.advanced += duration
      return adjustment.listeners
    }
    for listener in listeners { listener() }
  }

  /// Calls the closure after every `advance` of a manual clock; the others go on by themselves.
  package func onAdvance(_ listener: @escaping @Sendable () -> Void) {
    if isManual { adjustment.withLock { $0.listeners.append(listener) } }
  }
}

/// Returns Unix time in whole seconds, by the system's clock.
package func unixTime() -> Int { time(nil) }

/// Sleeps for the duration at least; not at all when it is not above zero.
package func pause(_ duration: Duration) {
  let (seconds, attoseconds) = duration.components
  guard duration > .zero else { return }
  var asked = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
  var rest = timespec()
  while unsafe nanosleep(&asked, &rest) != 0, errno == EINTR { asked = rest }
}

extension Duration {
  /// Returns whole milliseconds, with a part of one left out (rounded towards zero).
  package var millisecondsRoundedDown: Int { Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000) }

  /// Returns whole milliseconds, with a part of one counted as a whole one.
  package var millisecondsRoundedUp: Int { roundedUp(unitsPerSecond: 1_000) }

  /// Returns whole seconds, with a part of one counted as a whole one.
  package var secondsRoundedUp: Int { roundedUp(unitsPerSecond: 1) }

  /// Returns milliseconds with their fraction, as exactly as a `Double` holds them.
  package var inMilliseconds: Double { Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15 }

  /// Returns milliseconds with at most three decimals (rounded towards zero), for JSON.
  package var inMillisecondsToMicrosecond: Double {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    return Double(microseconds) / 1_000
  }

  private func roundedUp(unitsPerSecond: Int64) -> Int {
    let (seconds, attoseconds) = components
    let (units, rest) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000 / unitsPerSecond)
    return Int(seconds * unitsPerSecond + units + (rest > 0 ? 1 : 0))
  }
}
