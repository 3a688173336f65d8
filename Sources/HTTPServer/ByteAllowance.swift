internal import Synchronization

/// A bound on the bytes that all requests of a server hold together.
final class ByteAllowance: Sendable {
  /// Most bytes.
  let limit: Int
  private let taken = Atomic<Int>(0)

  init(_ limit: Int) { self.limit = limit }

  /// Takes so many bytes; `false` when there are not so many left.
  func take(_ count: Int) -> Bool {
    guard count <= limit else { return false }
    let sum = taken.add(count, ordering: .relaxed).newValue
    if sum <= limit { return true }
    taken.subtract(count, ordering: .relaxed)
    return false
  }

  func giveBack(_ count: Int) { taken.subtract(count, ordering: .relaxed) }
}
