internal import HTTPMessage
package import RequestMatching

/// Compares expectations with the requests in the journal.
///
///     Verification(try VerificationRequest(reading: bytes), journal.entries).isMet
package struct Verification: Sendable {
  /// An expectation that is not met.
  package struct Failure: Sendable {
    /// The number of the expectation, from 1.
    package let number: Int
    /// The expectation that is not met.
    package let expectation: Expectation
    /// The requests that match, the oldest first.
    package let matched: [JournalEntry]
    /// The nearest request, part by part; nil when there is none.
    package let nearest: (entry: JournalEntry, comparisons: [PatternComparison])?
    /// The failure in one sentence.
    package let message: String
  }

  /// The number of requests that were compared.
  package let requests: Int
  /// The expectations that are not met, in their order.
  package let failures: [Failure]

  /// Tells whether all expectations are met.
  package var isMet: Bool { failures.isEmpty }

  private typealias Candidate = (entry: JournalEntry, facts: RequestFacts)

  /// Compares all expectations with the entries.
  ///
  /// - Parameters:
  ///   - entries: the session's entries, the oldest first. Those that no scenario would see are skipped.
  ///   - forgotten: the number of the session's requests that are not kept any more. With any, no upper bound is met.
  package init(_ request: VerificationRequest, _ entries: [JournalEntry], forgotten: Int = 0) {
    let candidates = entries.compactMap { entry -> Candidate? in
      entry.record.head.method == "OPTIONS" ? nil : entry.facts.map { (entry, $0) }
    }
    requests = candidates.count
    let matches = request.expectations.map { Self.matches($0.pattern, candidates) }
    let windows = request.isInOrder ? Self.windows(request.expectations, matches, candidates.count) : nil
    failures = request.expectations.enumerated().compactMap { index, expectation -> Failure? in
      let window = windows?[index] ?? 0..<candidates.count
      let inside = matches[index].filter(window.contains)
      var nearest: (entry: JournalEntry, comparisons: [PatternComparison])?
      let message: String
      if expectation.allows(inside.count) {
        guard forgotten > 0, let most = expectation.atMost else { return nil }
        message =
          "\(expectation.counts) expected, \(inside.count) found; but \(forgotten) requests before them are not kept any more (--journal-requests, --journal-bytes), so there may have been more than \(most)"
      } else {
        nearest = Self.nearest(expectation, candidates, matched: inside, elsewhere: matches[index].filter { !window.contains($0) })
        message = Self.message(expectation, found: inside.count, nearest, candidates, window, isInOrder: request.isInOrder)
      }
      let matched = inside.map { candidates[$0].entry }
      return Failure(number: index + 1, expectation: expectation, matched: matched, nearest: nearest, message: message)
    }
  }

  /// Returns the indices of the requests that match; `nth` counts those of their session that match the rest of the pattern.
  private static func matches(_ pattern: RequestPattern, _ candidates: [Candidate]) -> [Int] {
    counts(pattern, candidates).filter { pattern.nth?.matches($0.count) ?? true }.map(\.index)
  }

  /// Returns the indices of the requests that match the pattern without its `nth`, each with its number within its session.
  private static func counts(_ pattern: RequestPattern, _ candidates: [Candidate]) -> [(index: Int, count: Int)] {
    var counts: [String: Int] = [:]
    return candidates.enumerated().compactMap { index, candidate in
      guard pattern.matches(candidate.facts) else { return nil }
      let session = candidate.entry.record.session.raw
      counts[session, default: 0] += 1
      return (index, counts[session, default: 0])
    }
  }

  /// Returns the range in which each expectation counts: after the requests that met the one before, up to the first for the next.
  private static func windows(_ expectations: [Expectation], _ matches: [[Int]], _ count: Int) -> [Range<Int>] {
    var starts: [Int] = []
    var start = 0
    for (expectation, indices) in zip(expectations, matches) {
      starts.append(start)
      let inside = indices.filter { $0 >= start }
      // An expectation that is not met leaves all requests to the next ones.
      if expectation.atLeast > 0, inside.count >= expectation.atLeast { start = inside[expectation.atLeast - 1] + 1 }
    }
    // An expectation of zero or more may be missing: the next one may then begin at the same request.
    var end = count
    return starts.indices.reversed().map { index in
      let window = starts[index]..<max(starts[index], end)
      let first = matches[index].first { $0 >= starts[index] } ?? count
      end = expectations[index].atLeast > 0 ? first : min(first, end)
      return window
    }.reversed()
  }

  /// Returns the one too many, else one that matches outside its range, else the latest of those with the smallest distance.
  private static func nearest(
    _ expectation: Expectation, _ candidates: [Candidate], matched: [Int], elsewhere: [Int]
  ) -> (entry: JournalEntry, comparisons: [PatternComparison])? {
    let pattern = expectation.pattern
    let isTooMany = expectation.atMost.map { matched.count > $0 } ?? false
    let counts = pattern.nth == nil ? [:] : Dictionary(uniqueKeysWithValues: counts(pattern, candidates).map { ($0.index, $0.count) })
    func nthDistance(_ index: Int) -> Double { counts[index].flatMap { pattern.nth?.distance(to: $0) } ?? 0 }
    let others = candidates.indices.filter { !matched.contains($0) }
      .map { (index: $0, distance: pattern.distance(candidates[$0].facts) + nthDistance($0)) }
    let index = (isTooMany ? matched : elsewhere).last ?? others.min { ($0.distance, $1.index) < ($1.distance, $0.index) }?.index
    return index.map { index in
      var comparisons = pattern.comparisons(candidates[index].facts)
      if let nth = pattern.nth, let count = counts[index] {
        let part = Mismatch(matcher: "nth", expected: nth.description, found: "\(count)")
        comparisons.append(PatternComparison(part, distance: nthDistance(index)))
      }
      return (candidates[index].entry, comparisons)
    }
  }

  private static func message(
    _ expectation: Expectation, found: Int, _ nearest: (entry: JournalEntry, comparisons: [PatternComparison])?, _ candidates: [Candidate],
    _ window: Range<Int>, isInOrder: Bool
  ) -> String {
    let after = isInOrder && window.lowerBound > 0 ? " behind \(candidates[window.lowerBound - 1].entry.record.id)" : ""
    let start = "\(expectation.counts) expected\(after), \(found) found"
    guard let nearest else { return start + (candidates.isEmpty ? "; no request came" : "; no other request came") }
    let record = nearest.entry.record
    let differences = nearest.comparisons.filter { !$0.isSame }.map { part in
      let found = Redaction.found(part.found, by: part.matcher, session: record.session.shown)
      return "\(part.matcher): expected \(part.expected.cut(200)), found \(found.printable)"
    }
    if !differences.isEmpty { return "\(start); the nearest, \(record.id), differs in \(differences.joined(separator: "; "))" }
    if let most = expectation.atMost, found > most { return "\(start); \(record.id) is one too many" }
    let isElsewhere = candidates.firstIndex { $0.entry === nearest.entry }.map { !window.contains($0) } ?? false
    return isElsewhere
      ? "\(start); \(record.id) fits, and stands at another place of the order" : "\(start); \(record.id) fits"
  }
}
