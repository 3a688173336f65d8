/// A key whose text can be as long as a header block.
protocol SessionKey: Hashable, Sendable {
  /// Bytes of its text.
  var textSize: Int { get }
}

extension String: SessionKey {
  var textSize: Int { utf8.count }
}

/// Values by key, with a bound; those not used for longest are the first to go.
struct RecentTable<Key: SessionKey, Value: Sendable>: Sendable {
  private struct Entry {
    var value: Value
    var lastUse: UInt64
  }

  private var entries: [Key: Entry] = [:]
  private var uses: UInt64 = 0
  /// Bytes of the keys' texts.
  private var textSize = 0
  private let limit: Int

  /// Most bytes of keys' texts that `dropOldest` leaves.
  static var textLimit: Int { 4 << 20 }

  /// - Parameter limit: most values that `dropOldest` leaves.
  init(limit: Int) { self.limit = limit }

  var count: Int { entries.count }

  /// Every entry, in no order.
  var all: some Sequence<(key: Key, value: Value)> { entries.lazy.map { ($0.key, $0.value.value) } }

  func contains(_ key: Key) -> Bool { entries[key] != nil }

  /// Uses a value in its place; nil before: there is none, nil after: there is to be none.
  mutating func use<Result>(_ key: Key, _ body: (inout Value?) -> Result) -> Result {
    uses += 1
    let count = entries.count
    defer { textSize += (entries.count - count) * key.textSize }
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
    for key in keys { _ = remove(key) }
    return keys.count
  }

  mutating func remove(_ key: Key) -> Value? {
    guard let entry = entries.removeValue(forKey: key) else { return nil }
    textSize -= key.textSize
    return entry.value
  }

  /// Takes out the oldest when there are too many, or too long ones: a tenth of the bound, so that a full table is not sorted at each insertion.
  mutating func dropOldest() -> [(key: Key, value: Value)] {
    guard entries.count > limit || textSize > Self.textLimit else { return [] }
    var dropped: [(key: Key, value: Value)] = []
    for (key, entry) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      guard entries.count > limit - limit / 10 || textSize > Self.textLimit / 10 * 9 else { break }
      _ = remove(key)
      dropped.append((key, entry.value))
    }
    return dropped
  }
}
