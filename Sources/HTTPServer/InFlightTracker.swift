internal import Dispatch
internal import Synchronization

/// Counts the requests in flight, and lets a stop wait until their responses are sent. The count has to be exact: libmicrohttpd aborts the
/// process when it is stopped while a connection is suspended.
final class InFlightTracker: Sendable {
  private enum Phase {
    case open
    /// Requests in flight are finished, new ones refused.
    case draining
    /// What has not arrived by now gets no response any more.
    case closing
  }

  private struct Counts {
    var phase = Phase.open
    var arriving = 0
    var responding = 0
  }

  private let counts = Mutex(Counts())
  /// Signalled at every change that a stop may be waiting for.
  private let changed = DispatchSemaphore(value: 0)

  var isOpen: Bool { counts.withLock { $0.phase == .open } }

  /// Whether requests that have not arrived are given up.
  var isClosing: Bool { counts.withLock { $0.phase == .closing } }

  /// Counts a request whose line has come.
  func enter() { counts.withLock { $0.arriving += 1 } }

  /// Counts a request as whole; `false` when it comes too late for a response.
  func beginResponse() -> Bool {
    counts.withLock {
      guard $0.phase != .closing else { return false }
      $0.arriving -= 1
      $0.responding += 1
      return true
    }
  }

  /// Counts a request as over; `responding`: `beginResponse` was called for it, and returned `true`.
  func leave(responding: Bool) {
    let isAwaited = counts.withLock {
      if responding { $0.responding -= 1 } else { $0.arriving -= 1 }
      return $0.phase != .open
    }
    if isAwaited { changed.signal() }
  }

  /// Refuses new requests from now on. Returns how many are in flight.
  func close() -> Int {
    counts.withLock {
      $0.phase = .draining
      return $0.arriving + $0.responding
    }
  }

  /// Waits until every response is sent, and calls `look` again and again meanwhile. Requests that are still arriving get `uploadGrace`,
  /// and no response after it.
  func drain(uploadGrace: Duration, while look: () -> Void) {
    let deadline = DispatchTime.now() + uploadGrace.dispatchInterval
    let interval = SlowReaderTimeouts.lookInterval.dispatchInterval
    var nextLook = DispatchTime.now() + interval
    while isAwaited(at: .now(), deadline) {
      _ = changed.wait(timeout: nextLook)
      // By the clock: where many requests end one after another, no wait lasts.
      if .now() >= nextLook {
        look()
        nextLook = .now() + interval
      }
    }
    counts.withLock { $0.phase = .closing }
  }

  private func isAwaited(at now: DispatchTime, _ deadline: DispatchTime) -> Bool {
    counts.withLock {
      if now >= deadline { $0.phase = .closing }
      return $0.responding > 0 || $0.phase != .closing && $0.arriving > 0
    }
  }
}

extension Duration {
  /// For durations up to hours, as the configuration allows.
  fileprivate var dispatchInterval: DispatchTimeInterval {
    .nanoseconds(Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000))
  }
}
