internal import Synchronization

/// A bound on the bytes that all requests of a server hold together.
final class ByteBudget: Sendable {
  /// Most bytes.
  let limit: Int
  private let held = Mutex(HeldBytes())
  private let returnMemory: @Sendable () -> Void

  /// - Parameter returnMemory: called when the last of many bytes is given back.
  init(_ limit: Int, returnMemory: @escaping @Sendable () -> Void = {}) {
    self.limit = limit
    self.returnMemory = returnMemory
  }

  /// Takes so many bytes; `false` when there are not so many left.
  func take(_ count: Int) -> Bool {
    held.withLock { held in
      guard count <= limit - held.count else { return false }
      held.add(count)
      return true
    }
  }

  func giveBack(_ count: Int) {
    if held.withLock({ $0.remove(count) }) { returnMemory() }
  }
}
