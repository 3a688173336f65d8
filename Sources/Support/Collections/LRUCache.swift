/// Values by key within a bound; beyond it the least recently used go first.
///
/// It has no lock: put one that is shared into a `Mutex`. A use costs one look-up, whatever the size of the table.
///
///     var images = LRUCache<String, [UInt8]>(costLimit: 64 << 20)
///     images.insert(file, for: name, cost: file.count)
///     images.value(for: name)
package struct LRUCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    var value: Value
    let cost: Int
    var lastUse: UInt64
  }

  private var entries: [Key: Entry] = [:]
  private var uses: UInt64 = 0
  private let countLimit: Int
  private let costLimit: Int
  /// The costs of all values together.
  package private(set) var cost = 0

  /// Makes an empty table: `evict` leaves at most so many values, whose costs sum up to at most `costLimit`, in a unit of the caller's,
  /// such as bytes.
  package init(countLimit: Int = .max, costLimit: Int = .max) {
    self.countLimit = countLimit
    self.costLimit = costLimit
  }

  /// The number of values.
  package var count: Int { entries.count }

  /// Every entry, in no order.
  package var all: some Sequence<(key: Key, value: Value)> { entries.lazy.map { ($0.key, $0.value.value) } }

  /// Tells whether the key has a value; this is no use of it.
  package func contains(_ key: Key) -> Bool { entries[key] != nil }

  /// Returns the value of the key; this is no use of it.
  package func peek(_ key: Key) -> Value? { entries[key]?.value }

  /// Returns the value of the key and marks it as used.
  package mutating func value(for key: Key) -> Value? {
    uses += 1
    entries[key]?.lastUse = uses
    return entries[key]?.value
  }

  /// Keeps a value and evicts others where there are too many; one that alone costs more than a quarter of the bound is not kept.
  package mutating func insert(_ value: Value, for key: Key, cost: Int = 0) {
    guard cost <= costLimit / 4 else { return }
    update(key, cost: cost) { $0 = value }
    _ = evict()
  }

  /// Changes a value where it stands, marks it as used, and returns what `body` returns; nothing is evicted. `body` gets nil when there is
  /// no value, and leaves nil when there is to be none; `cost` is what the value costs from now on.
  @discardableResult package mutating func update<Result>(_ key: Key, cost: Int = 0, _ body: (inout Value?) -> Result) -> Result {
    uses += 1
    let (result, change) = Self.update(&entries[key], cost: cost, at: uses, body)
    self.cost += change
    return result
  }

  private static func update<Result>(
    _ entry: inout Entry?, cost: Int, at use: UInt64, _ body: (inout Value?) -> Result
  ) -> (Result, costChange: Int) {
    // Taken out of the table, so that what the value holds is not copied when it changes.
    let formerCost = entry?.cost ?? 0
    var value = entry.take()?.value
    let result = body(&value)
    entry = value.take().map { Entry(value: $0, cost: cost, lastUse: use) }
    return (result, (entry?.cost ?? 0) - formerCost)
  }

  /// Removes the value of the key and returns it.
  @discardableResult package mutating func remove(_ key: Key) -> Value? {
    guard let entry = entries.removeValue(forKey: key) else { return nil }
    cost -= entry.cost
    return entry.value
  }

  /// Removes the values whose keys fit and returns how many there were.
  @discardableResult package mutating func removeAll(where fits: (Key) -> Bool) -> Int {
    let keys = entries.keys.filter(fits)
    for key in keys { remove(key) }
    return keys.count
  }

  /// Removes the least recently used when there are too many, and returns them, the least recently used first: a tenth of the bound, so
  /// that a full table is not sorted at each insertion.
  package mutating func evict() -> [(key: Key, value: Value)] {
    guard count > countLimit || cost > costLimit else { return [] }
    var evicted: [(key: Key, value: Value)] = []
    for (key, _) in entries.map({ ($0.key, $0.value.lastUse) }).sorted(by: { $0.1 < $1.1 }) {
      guard count > countLimit - countLimit / 10 || cost > costLimit - costLimit / 10 else { break }
      if let value = remove(key) { evicted.append((key, value)) }
    }
    return evicted
  }
}
