internal import Dispatch
internal import Synchronization

/// How many more connections may be open.
final class ConnectionSlots: Sendable {
  private let free = DispatchSemaphore(value: 0)
  /// Signalled at every close; only waited for when the system has no descriptors left.
  private let closed = DispatchSemaphore(value: 0)
  private let taken = Atomic<Int>(0)

  /// Connections that are kept open between requests when there are more. A kept one costs its whole pool of memory, since the library
  /// clears it for the next request; one that waits for its first answer has touched only a little of it.
  static let keptLimit = 2_000

  /// Whether answers should end their connections.
  var isCrowded: Bool { taken.load(ordering: .relaxed) > Self.keptLimit }

  init(_ limit: Int) {
    // Signalled rather than begun with: a semaphore may not go away with less than it began with.
    for _ in 0..<limit { free.signal() }
  }

  /// Takes a place, should one become free within the time; `false`: none did.
  func take(within time: DispatchTimeInterval = .nanoseconds(0)) -> Bool {
    guard free.wait(timeout: .now() + time) == .success else { return false }
    taken.add(1, ordering: .relaxed)
    return true
  }

  func giveBack() {
    taken.subtract(1, ordering: .relaxed)
    free.signal()
  }

  func connectionClosed() {
    giveBack()
    closed.signal()
  }

  /// Waits for a connection to close; a second at most, since a descriptor may become free elsewhere in the process.
  func waitForClose() {
    while closed.wait(timeout: .now()) == .success {}
    _ = closed.wait(timeout: .now() + .seconds(1))
  }
}
