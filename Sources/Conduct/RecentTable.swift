/// Values by key, with a bound; those not used for longest are the first to go.
struct RecentTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    var value: Value
    var lastUse: UInt64
  }

  private var entries: [Key: Entry] = [:]
  private var uses: UInt64 = 0
  private let limit: Int

  /// - Parameter limit: most values that `dropOldest` leaves.
  init(limit: Int) { self.limit = limit }

  var count: Int { entries.count }

  /// Every entry, in no order.
  var all: some Sequence<(key: Key, value: Value)> { entries.lazy.map { ($0.key, $0.value.value) } }

  func contains(_ key: Key) -> Bool { entries[key] != nil }

  /// Uses a value in its place; nil before: there is none, nil after: there is to be none.
  mutating func use<Result>(_ key: Key, _ body: (inout Value?) -> Result) -> Result {
    uses += 1
    return Self.use(&entries[key], at: uses, body)
  }

  private static func use<Result>(_ entry: inout Entry?, at use: UInt64, _ body: (inout Value?) -> Result) -> Result {
    // Taken out, so that what the value holds is not copied when it changes.
    var value = entry.take()?.value
    defer { entry = value.take().map { Entry(value: $0, lastUse: use) } }
    return body(&value)
  }

  /// Takes out what fits and returns how many there were.
  @discardableResult
  mutating func remove(where fits: (Key) -> Bool) -> Int {
    let keys = entries.keys.filter(fits)
    for key in keys { entries[key] = nil }
    return keys.count
  }

  mutating func remove(_ key: Key) -> Value? { entries.removeValue(forKey: key)?.value }

  /// Takes out the oldest when there are too many: a tenth of the bound, so that a full table is not sorted at each insertion.
  mutating func dropOldest() -> [(key: Key, value: Value)] {
    guard entries.count > limit else { return [] }
    let excess = entries.count - (limit - limit / 10)
    let newest = entries.values.map(\.lastUse).sorted()[excess - 1]
    let oldest = entries.filter { $0.value.lastUse <= newest }
    for key in oldest.keys { entries[key] = nil }
    return oldest.map { ($0.key, $0.value.value) }
  }
}
