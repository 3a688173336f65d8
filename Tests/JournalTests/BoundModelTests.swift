import Contract
import HTTPMessage
import Support
import TestSupport
import Testing

@testable import Journal

@Suite("Limits of the journal, compared with a model", .timeLimit(.minutes(15)))
struct BoundModelTests {
  private struct Entry: Equatable {
    let order: Int
    let session: String
    let facts: Int
    var bodies: [Int?]
  }

  private struct Model {
    let limits: JournalLimits
    var entries: [Entry] = []
    var forgotten = 0

    var weight: Int { entries.reduce(0) { sum, entry in sum + entry.facts + entry.bodies.reduce(0) { $0 + ($1 ?? 0) } } }

    mutating func append(_ entry: Entry) {
      entries.append(entry)
      while weight > limits.bytes, let index = entries.firstIndex(where: { $0.bodies.contains { $0 ?? 0 > 0 } }) {
        entries[index].bodies = [nil, nil]
      }
      while entries.count > limits.requests || (weight > limits.bytes && entries.count > 1) {
        entries.removeFirst()
        forgotten += 1
      }
    }
  }

  @Test("The journal keeps and weighs the same entries as a model with plain arrays", arguments: UInt64(1)...40)
  func agrees(seed: UInt64) throws {
    var numbers = SplitMix64(seed: seed)
    var limits = JournalLimits()
    limits.bytes = .random(in: 2_000...60_000, using: &numbers)
    limits.requests = .random(in: 1...30, using: &numbers)
    let journal = Journal(limits: limits)
    var model = Model(limits: limits)
    for step in 1...300 {
      switch Int.random(in: 0..<40, using: &numbers) {
      case 0:
        journal.forget(session: nil)
        model.entries = []
      case 1, 2:
        let session = "\(Int.random(in: 0..<3, using: &numbers))"
        journal.forget(session: session)
        model.entries.removeAll { $0.session == session }
      default: model.append(try append(to: journal, &numbers))
      }
      try compare(journal, model, "seed \(seed), step \(step)")
    }
  }

  private func append(to journal: Journal, _ numbers: inout SplitMix64) throws -> Entry {
    let counts = (0..<2).map { _ in Bool.random(using: &numbers) ? 0 : Int.random(in: 0...20_000, using: &numbers) }
    let session = "\(Int.random(in: 0..<3, using: &numbers))"
    let path = "/v1/" + String(repeating: "x", count: .random(in: 0...3_000, using: &numbers))
    let record = RequestRecord.made(
      session: session, target: path, body: [UInt8](repeating: 0, count: counts[0]),
      response: Response(status: 200, body: [UInt8](repeating: 0, count: counts[1])))
    let entry = try #require(journal.append(record))
    let facts = 2_048 + record.head.headers.byteCount + path.utf8.count
    return Entry(order: entry.order, session: session, facts: facts, bodies: counts.map { $0 <= journal.limits.bytes / 4 ? $0 : nil })
  }

  private func compare(_ journal: Journal, _ model: Model, _ step: Comment) throws {
    let kept = journal.entries.map { entry in
      Entry(
        order: entry.order, session: entry.record.session.raw, facts: entry.factsWeight,
        bodies: [entry.snapshot.body?.count, entry.snapshot.responseBody?.count])
    }
    try #require(kept == model.entries, step)
    try #require(journal.size == (model.entries.count, model.weight), step)
    try #require(journal.forgotten == model.forgotten, step)
  }
}
