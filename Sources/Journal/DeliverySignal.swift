internal import Dispatch
internal import Synchronization

/// Tells who waits for it that a delivery has ended.
///
/// A client that has read an answer to its end may ask for it before the server's thread has come to say that it is out.
final class DeliverySignal: Sendable {
  private let waiting = Atomic<Int>(0)
  private let sleepers = Mutex<[DispatchSemaphore]>([])

  func ring() {
    guard waiting.load(ordering: .sequentiallyConsistent) > 0 else { return }
    for sleeper in sleepers.withLock(\.self) { sleeper.signal() }
  }

  /// Returns when there is nothing to wait for, or after the time.
  func wait(upTo time: DispatchTimeInterval, while isWaited: () -> Bool) {
    guard isWaited() else { return }
    let sleeper = DispatchSemaphore(value: 0)
    sleepers.withLock { $0.append(sleeper) }
    waiting.add(1, ordering: .sequentiallyConsistent)
    let deadline = DispatchTime.now() + time
    while isWaited(), sleeper.wait(timeout: deadline) == .success {}
    waiting.subtract(1, ordering: .sequentiallyConsistent)
    sleepers.withLock { $0.removeAll { $0 === sleeper } }
  }
}
