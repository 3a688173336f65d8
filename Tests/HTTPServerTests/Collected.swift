import Dispatch
import Synchronization

/// What closures on other threads have to say, in the order in which they say it.
final class Collected<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])
  private let arrived = DispatchSemaphore(value: 0)

  func append(_ value: Value) {
    values.withLock { $0.append(value) }
    arrived.signal()
  }

  var all: [Value] { values.withLock(\.self) }

  /// All there is as soon as there are so many; fewer when they do not come within ten seconds.
  func first(_ count: Int) -> [Value] {
    for _ in 0..<count where arrived.wait(timeout: .now() + .seconds(10)) == .timedOut { break }
    return all
  }
}
