internal import Synchronization

/// A value on its way to another thread, given out once: the closure that carries it does not keep it alive.
final class TakeOnce<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: Value) { self.value = Mutex(value) }

  func take() -> Value? {
    value.withLock { value in
      defer { value = nil }
      return value
    }
  }
}
