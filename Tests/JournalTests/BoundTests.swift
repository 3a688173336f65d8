import Formats
import HTTPMessage
import Support
import Testing

@testable import Journal

@Suite("Limits of the journal", .timeLimit(.minutes(15)))
struct BoundTests {
  private static func journal(bytes: Int = 64 << 20, requests: Int = 10_000) -> Journal {
    var limits = JournalLimits()
    limits.bytes = bytes
    limits.requests = requests
    return Journal(limits: limits)
  }

  private static func kept(_ journal: Journal) -> [Bool] { journal.entries.map { $0.snapshot.body != nil } }

  @Test("An entry that is not kept any more is freed", arguments: [(64 << 20, 3), (20_000, 10_000)])
  func freed(bytes: Int, requests: Int) {
    let journal = Self.journal(bytes: bytes, requests: requests)
    weak let first = journal.append(.made("req_0", body: [UInt8](repeating: 65, count: 3_000)))
    #expect(first != nil)
    for number in 1...20 { journal.append(.made("req_\(number)", body: [UInt8](repeating: 65, count: 3_000))) }
    #expect(first == nil)
  }

  @Test("The bodies of the oldest entries are dropped first, and no more of them than necessary")
  func oldestBodies() {
    // An entry of 3000 bytes weighs some 5070: three have room, a fourth costs the first its body.
    let journal = Self.journal(bytes: 20_000)
    var steps: [[Bool]] = []
    for number in 1...5 {
      journal.append(.made("req_\(number)", body: [UInt8](repeating: 65, count: 3_000)))
      steps.append(Self.kept(journal))
    }
    #expect(
      steps == [[true], [true, true], [true, true, true], [false, true, true, true], [false, false, true, true, true]])
    #expect(journal.forgotten == 0)
    #expect(journal.size == (5, journal.entries.reduce(9_000) { $0 + $1.factsWeight }))
  }

  @Test("Sessions are forgotten when there are too many, or their names are too long")
  func sessions() {
    let journal = Self.journal(requests: 1)
    let name = String(repeating: "n", count: SessionTable.nameLimit / 16)
    for number in 0..<40 {
      journal.append(.made("req_\(number)", session: "\(number)\(name)") { $0.unixMilliseconds = number })
      #expect(journal.sessions.reduce(0) { $0 + $1.name.raw.utf8.count } <= SessionTable.nameLimit)
    }
    #expect(journal.counters(session: "39\(name)")?.requests == 1 && journal.counters(session: "0\(name)") == nil)
    journal.forget(session: nil)
    for number in 0...SessionTable.limit { journal.append(.made("req", session: "\(number)") { $0.unixMilliseconds = number }) }
    #expect(journal.sessions.count == SessionTable.limit / 10 * 9)
    #expect(journal.counters(session: "0") == nil)
  }

  @Test("An entry keeps its facts and digest when its bodies are dropped")
  func factsStay() throws {
    let journal = Self.journal(bytes: 16_000)
    let response = Response(status: 200, headers: HeaderList([HeaderField("x-a", "b")]), body: [1, 2, 3])
    journal.append(.made("req_old", body: [7, 8], response: response) { $0.digest = SHA256Digest.of("it") })
    for number in 1...6 { journal.append(.made("req_\(number)", body: [UInt8](repeating: 65, count: 3_000))) }
    let old = try #require(journal.entry(id: "req_old"))
    let json = try read(old.json)
    #expect(json["digest"] as? String == "\(SHA256Digest.of("it"))")
    #expect(json["body"] as? [String: Int] == ["bytes": 2, "kept": 0])
    #expect((json["response"] as? [String: Any])?["bytes"] as? Int == 3)
    #expect((json["response"] as? [String: Any])?["kept"] as? Bool == false)
    #expect(old.snapshot.body == nil && old.snapshot.responseBody == nil)
  }

  @Test("Entries are dropped when facts alone exceed the limit, and are counted as forgotten")
  func droppedEntries() {
    let journal = Self.journal(bytes: 10_000)
    for number in 1...6 { journal.append(.made("req_\(number)")) }
    #expect(journal.entries.map(\.record.id) == ["req_3", "req_4", "req_5", "req_6"])
    #expect(journal.forgotten == 2)
    #expect(journal.counters.requests == 6)
  }

  @Test(
    "A body of more than a quarter of the limit is not kept",
    arguments: [(0, true), (4_999, true), (5_000, true), (5_001, false), (50_000, false)])
  func quarter(count: Int, isKept: Bool) throws {
    let journal = Self.journal(bytes: 20_000)
    let bytes = [UInt8](repeating: 1, count: count)
    let entry = try #require(journal.append(.made(body: bytes, response: Response(status: 200, body: bytes))))
    #expect((entry.snapshot.body != nil) == isKept)
    #expect((entry.snapshot.responseBody != nil) == isKept)
    #expect(entry.record.bodyCount == count && entry.responseCount == count)
  }

  @Test(
    "The number of entries is limited",
    arguments: [(0, [] as [Int], 0), (1, [5], 4), (3, [3, 4, 5], 2), (5, [1, 2, 3, 4, 5], 0), (9, [1, 2, 3, 4, 5], 0)])
  func count(requests: Int, kept: [Int], forgotten: Int) {
    let journal = Self.journal(requests: requests)
    for number in 1...5 { journal.append(.made("req_\(number)", body: [1])) }
    #expect(journal.entries.map(\.order) == kept)
    #expect(journal.forgotten == forgotten)
    #expect(journal.counters.requests == 5)
    #expect(journal.isKeeping == (requests > 0))
  }

  @Test("The last entry is kept whatever its size")
  func lastEntry() {
    let journal = Self.journal(bytes: 1)
    for number in 1...3 { journal.append(.made("req_\(number)", body: [1, 2])) }
    #expect(journal.entries.map(\.record.id) == ["req_3"])
    #expect(journal.size.requests == 1 && journal.forgotten == 2)
  }

  @Test("Long texts of a request count towards the size of an entry", arguments: ["path", "query", "header", "response"])
  func weights(part: String) throws {
    let long = String(repeating: "x", count: 9_000)
    let record =
      switch part {
      case "path": RequestRecord.made(target: "/\(long)")
      case "query": RequestRecord.made(target: "/?\(long)")
      case "header": RequestRecord.made(headers: [("x-long", long)])
      default: RequestRecord.made(response: Response(status: 200, headers: HeaderList([HeaderField("x-long", long)])))
      }
    #expect(try #require(Self.journal().append(record)).factsWeight > 11_000)
  }

  @Test("Long numbers in a form count towards the size of an entry")
  func longNumbers() {
    let entry = Mock().edit("p", [("seed", .number(lexeme: "1" + String(repeating: "0", count: 4_000)))])
    let short = Mock().edit("p", [("seed", .number(lexeme: "1"))])
    #expect(entry.factsWeight - short.factsWeight >= 4_000)
  }
}
