import Dispatch
import HTTPMessage
import Journal
import MockService
import Synchronization
import Testing

@testable import MockServer

@Suite("Concurrent use of /_mock", .timeLimit(.minutes(15)))
struct ConcurrencyTests {
  private static let workers = 6
  private static let rounds = 150

  /// Each worker sends requests in a session of its own; `reads` runs after each.
  private static func run(_ site: Site, reads: @escaping @Sendable (Int, Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for round in 0..<rounds {
        if worker.isMultiple(of: 2) { site.edit(key: "s\(worker)") } else { site.models("s\(worker)") }
        reads(worker, round)
      }
    }
  }

  @Test("Counters are right while other threads read")
  func counters() throws {
    let site = Site()
    let failures = Atomic(0)
    let targets = [
      "/_mock/requests?limit=20", "/_mock/requests.har?limit=5", "/_mock/metrics", "/_mock/verify", "/_mock/conduct", "/_mock/sessions",
      "/_mock/health",
    ]
    Self.run(site) { worker, round in
      guard round.isMultiple(of: 10) else { return }
      if site.send("GET", targets[(worker + round / 10) % targets.count]).status != 200 { failures.add(1, ordering: .relaxed) }
    }
    let total = Self.workers * Self.rounds
    #expect(failures.load(ordering: .relaxed) == 0)
    #expect(site.journal.counters.requests == total && site.journal.counters.refused == total / 2)
    #expect(site.journal.entries.map(\.order) == Array(1...total))
    #expect(Set(site.journal.entries.map(\.record.id)).count == total)
    #expect(site.journal.sessions.map(\.requests) == Array(repeating: Self.rounds, count: Self.workers))
  }

  @Test("Resetting a session keeps the requests of the others")
  func resets() {
    let site = Site()
    Self.run(site) { worker, _ in
      if worker == 0 { site.send("POST", "/_mock/reset?session=s0") }
    }
    #expect(site.journal.counters.requests == Self.workers * Self.rounds)
    #expect(site.journal.entries.count == (Self.workers - 1) * Self.rounds)
    #expect(site.journal.sessions.map(\.name.raw) == ["s1", "s2", "s3", "s4", "s5"])
  }

  @Test("A journal stays within its limits")
  func limits() {
    let site = Site { ($0.journal.bytes, $0.journal.requests) = (100_000, 50) }
    Self.run(site) { worker, round in
      if worker == 1, round.isMultiple(of: 30) { site.send("POST", "/_mock/reset") }
      #expect(site.journal.size.bytes <= 100_000 && site.journal.size.requests <= 50)
    }
    #expect(site.journal.counters.requests == Self.workers * Self.rounds)
  }
}
