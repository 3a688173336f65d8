import Support
import Testing

@Suite("LRU cache", .timeLimit(.minutes(15)))
struct LRUCacheTests {
  @Test("Beyond its bound a table gives up a tenth, those not used for longest")
  func countBound() {
    var table = LRUCache<String, Int>(countLimit: 20)
    for key in 0..<20 { table.update("\(key)") { $0 = key } }
    #expect(table.evict().isEmpty)
    for key in [0, 2] { table.update("\(key)") { #expect($0 == key) } }
    table.update("20") { $0 = 20 }
    #expect(table.evict().map(\.value) == [1, 3, 4])
    #expect(table.count == 18 && table.contains("0") && !table.contains("1"))
  }

  @Test("Names count with their bytes: a few long ones push out what was not used for longest")
  func costBound() {
    var table = LRUCache<String, Int>(countLimit: 1_000, costLimit: 4 << 20)
    let name = String(repeating: "n", count: (4 << 20) / 10)
    func use(_ key: String, _ value: Int) { table.update(key, cost: key.utf8.count) { $0 = value } }
    for key in 0..<10 { use("\(key)\(name.dropFirst())", key) }
    #expect(table.evict().isEmpty)
    use("10\(name.dropFirst(2))", 10)
    #expect(table.evict().map(\.value) == [0, 1])
    #expect(table.remove("2\(name.dropFirst())") == 2)
    for key in 0..<3 { use("\(key)\(name.dropFirst())", key) }
    #expect(table.evict().map(\.value) == [3, 4])
  }

  @Test("A value that is taken away leaves no entry and no cost, and one that never was neither")
  func noEntry() {
    var table = LRUCache<String, Int>(countLimit: 20)
    table.update("1", cost: 5) { _ in }
    table.update("2", cost: 5) { $0 = 2 }
    #expect(table.count == 1 && table.cost == 5)
    table.update("2", cost: 9) { $0 = nil }
    #expect(table.count == 0 && table.cost == 0)
  }

  @Test("An insertion keeps to the bound; what alone takes more than a quarter of it is not kept")
  func insertion() {
    var table = LRUCache<Int, Int>(costLimit: 100)
    for key in 0..<10 { table.insert(key, for: key, cost: 10) }
    #expect(table.value(for: 0) == 0)
    table.insert(10, for: 10, cost: 10)
    #expect(table.value(for: 0) == 0 && table.peek(1) == nil && table.peek(10) == 10)
    table.insert(11, for: 11, cost: 26)
    #expect(table.peek(11) == nil && table.cost <= 100)
  }

  @Test("Looking at a value is no use of it")
  func peek() {
    var table = LRUCache<Int, Int>(countLimit: 10)
    for key in 0..<10 { table.insert(key, for: key) }
    #expect(table.peek(0) == 0 && table.contains(1) && table.value(for: 2) == 2)
    table.insert(10, for: 10)
    #expect(table.all.map(\.key).sorted() == [2, 3, 4, 5, 6, 7, 8, 9, 10])
    #expect(table.removeAll { $0 > 5 } == 5)
    #expect(table.all.map(\.value).sorted() == [2, 3, 4, 5])
  }
}

@Suite("SplitMix64", .timeLimit(.minutes(15)))
struct SplitMix64Tests {
  @Test("The sequence is the published one")
  func sequence() {
    var numbers = SplitMix64(seed: 1_234_567)
    let first = (0..<5).map { _ in numbers.next() }
    #expect(
      first == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }
}
