internal import Synchronization

/// Values by key, with a bound on the bytes they hold; the one not used for longest goes first.
final class ByteBoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    var value: Value
    var size: Int
    var lastUse: UInt64
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var size = 0
    var uses: UInt64 = 0
  }

  private let state = Mutex(State())
  private let limit: Int

  /// - Parameter limit: most bytes held together.
  init(limit: Int) { self.limit = limit }

  subscript(key: Key) -> Value? {
    state.withLock { state in
      state.uses += 1
      state.entries[key]?.lastUse = state.uses
      return state.entries[key]?.value
    }
  }

  /// Keeps the value, unless it alone takes more than a quarter of the bound.
  func insert(_ value: Value, for key: Key, size: Int) {
    guard size <= limit / 4 else { return }
    state.withLock { state in
      state.uses += 1
      state.size += size - (state.entries[key]?.size ?? 0)
      state.entries[key] = Entry(value: value, size: size, lastUse: state.uses)
      if state.size > limit { evict(&state) }
    }
  }

  /// Drops the oldest until a tenth is free again, so that a full cache is not sorted at each insertion.
  private func evict(_ state: inout State) {
    for (key, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      guard state.size > limit - limit / 10 else { return }
      state.size -= entry.size
      state.entries[key] = nil
    }
  }
}
