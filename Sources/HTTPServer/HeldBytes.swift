/// Bytes that are held together, and whether those that were are worth giving back to the system.
struct HeldBytes: Sendable {
  private(set) var count = 0
  private var most = 0

  /// From so many bytes on, heaps that were full and are empty again are given back.
  static let muchToReturn = 64 << 20

  mutating func add(_ bytes: Int) {
    count += bytes
    most = max(most, count)
  }

  /// Returns whether that was the last of many.
  mutating func remove(_ bytes: Int) -> Bool {
    count -= bytes
    guard count == 0, most >= Self.muchToReturn else { return false }
    most = 0
    return true
  }
}
