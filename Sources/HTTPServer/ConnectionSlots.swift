internal import Dispatch

/// How many more connections may be open.
final class ConnectionSlots: Sendable {
  private let free = DispatchSemaphore(value: 0)
  /// Signalled at every close; only waited for when the system has no descriptors left.
  private let closed = DispatchSemaphore(value: 0)

  init(_ limit: Int) {
    // Signalled rather than begun with: a semaphore may not go away with less than it began with.
    for _ in 0..<limit { free.signal() }
  }

  func take() { free.wait() }

  func giveBack() { free.signal() }

  func connectionClosed() {
    free.signal()
    closed.signal()
  }

  /// Waits for a connection to close; a second at most, since a descriptor may become free elsewhere in the process.
  func waitForClose() {
    while closed.wait(timeout: .now()) == .success {}
    _ = closed.wait(timeout: .now() + .seconds(1))
  }
}
