internal import Glibc
internal import Synchronization

/// The time that delays and quotas run by: the system's, or one that stands still until it is told.
package final class Timekeeper: Sendable {
  private struct Manual {
    var elapsed = Duration.zero
    var listeners: [@Sendable () -> Void] = []
  }

  /// Whether only `advance` moves it.
  package let isManual: Bool
  /// Unix time in milliseconds when a manual clock begins.
  private let start: Int
  private let manual = Mutex(Manual())

  private init(isManual: Bool, start: Int) {
    self.isManual = isManual
    self.start = start
  }

  /// The system's clocks.
  package static let system = Timekeeper(isManual: false, start: 0)

  /// A clock that only `advance` moves; `unixTime` in seconds is where it begins.
  package static func manual(unixTime: Int = 1_750_000_000) -> Timekeeper { Timekeeper(isManual: true, start: unixTime * 1_000) }

  /// Time since a fixed moment of the past; it never goes back.
  package var now: Duration {
    if isManual { return manual.withLock(\.elapsed) }
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Unix time in milliseconds.
  package var unixMilliseconds: Int {
    if isManual {
      let elapsed = manual.withLock(\.elapsed).components
      return start + Int(elapsed.seconds) * 1_000 + Int(elapsed.attoseconds / 1_000_000_000_000_000)
    }
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// Moves a manual clock on, and tells whoever waits by it.
  package func advance(by duration: Duration) {
    let listeners = manual.withLock { manual in
      manual.elapsed += duration
      return manual.listeners
    }
    for listener in listeners { listener() }
  }

  /// Has the closure called after every `advance`; the system's clock needs no telling.
  package func onAdvance(_ listener: @escaping @Sendable () -> Void) {
    if isManual { manual.withLock { $0.listeners.append(listener) } }
  }
}
