import Dispatch
import HTTPMessage
import HTTPServer

/// Holds a closure until the test opens it, and tells the test that the closure has come there.
final class Latch: Sendable {
  private let reached = DispatchSemaphore(value: 0)
  private let opened = DispatchSemaphore(value: 0)

  /// For the closure: reports, then waits for `open`.
  func pass() {
    reached.signal()
    opened.wait()
  }

  /// For a closure that is only to be noticed.
  func touch() { reached.signal() }

  /// For the test: waits until a closure is there; `false` when none comes within ten seconds.
  func isReached() -> Bool { reached.wait(timeout: .now() + .seconds(10)) == .success }

  func open() { opened.signal() }
}

extension Work<DeliveryPlan> {
  /// An answer of a worker's that waits at the latch.
  static func deferred(behind latch: Latch, _ plan: @escaping @Sendable () -> DeliveryPlan) -> Work<DeliveryPlan> {
    .deferred {
      latch.pass()
      return plan()
    }
  }
}
