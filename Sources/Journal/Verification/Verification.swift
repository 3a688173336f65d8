internal import HTTPMessage
package import RequestMatching

/// Expectations held against the requests that came.
package struct Verification: Sendable {
  /// An expectation that was not met.
  package struct Failure: Sendable {
    /// Which one it is, counted from 1.
    package let number: Int
    package let expectation: Expectation
    package let matched: [JournalEntry]
    /// The request that came nearest, and how it compares; nil: there was none.
    package let nearest: (entry: JournalEntry, comparisons: [PatternComparison])?
    /// One sentence.
    package let message: String
  }

  /// How many requests were looked at.
  package let requests: Int
  package let failures: [Failure]

  package var isMet: Bool { failures.isEmpty }

  private struct Candidate {
    let entry: JournalEntry
    let facts: RequestFacts
  }

  /// - Parameters:
  ///   - entries: of the session, the oldest first. Those that no scenario would look at are passed over.
  ///   - forgotten: how many requests of the session are not among them for want of room; then nobody can say that there were no more.
  package init(_ request: VerificationRequest, _ entries: [JournalEntry], forgotten: Int = 0) {
    let candidates = entries.compactMap { entry in
      entry.record.head.method == "OPTIONS" ? nil : entry.facts.map { Candidate(entry: entry, facts: $0) }
    }
    requests = candidates.count
    let matches = request.expectations.map { Self.matches($0.pattern, candidates) }
    let windows = request.isInOrder ? Self.windows(request.expectations, matches, candidates.count) : nil
    failures = request.expectations.enumerated().compactMap { index, expectation in
      let window = windows?[index] ?? 0..<candidates.count
      let inside = matches[index].filter(window.contains)
      if expectation.allows(inside.count) {
        guard forgotten > 0, let most = expectation.atMost else { return nil }
        let message =
          "\(expectation.counts) expected, \(inside.count) found; but \(forgotten) requests before them are not kept any more (--journal-requests, --journal-bytes), so there may have been more than \(most)"
        return Failure(
          number: index + 1, expectation: expectation, matched: inside.map { candidates[$0].entry }, nearest: nil, message: message)
      }
      let elsewhere = matches[index].filter { !window.contains($0) }
      let nearest = Self.nearest(expectation, candidates, matched: inside, elsewhere: elsewhere)
      return Failure(
        number: index + 1, expectation: expectation, matched: inside.map { candidates[$0].entry }, nearest: nearest,
        message: Self.message(expectation, found: inside.count, nearest, candidates, window, isInOrder: request.isInOrder))
    }
  }

  /// Places of the requests that fit, `nth` counted among those that the rest fits.
  private static func matches(_ pattern: RequestPattern, _ candidates: [Candidate]) -> [Int] {
    var found: [Int] = []
    for (place, count) in counts(pattern, candidates) where pattern.nth?.matches(count) ?? true { found.append(place) }
    return found
  }

  /// Places of the requests that fit but for `nth`, each with which of its session's it is.
  private static func counts(_ pattern: RequestPattern, _ candidates: [Candidate]) -> [(place: Int, count: Int)] {
    var counts: [String: Int] = [:]
    return candidates.enumerated().compactMap { place, candidate in
      guard pattern.matches(candidate.facts) else { return nil }
      let count = (counts[candidate.entry.record.session.raw] ?? 0) + 1
      counts[candidate.entry.record.session.raw] = count
      return (place, count)
    }
  }

  /// Where each expectation is looked for: behind what fulfilled the one before, up to what begins to fulfil the next.
  private static func windows(_ expectations: [Expectation], _ matches: [[Int]], _ count: Int) -> [Range<Int>] {
    var starts: [Int] = []
    var start = 0
    for (expectation, places) in zip(expectations, matches) {
      starts.append(start)
      let inside = places.filter { $0 >= start }
      guard expectation.atLeast > 0 else { continue }
      // One that is not met takes nothing from those behind it.
      if inside.count >= expectation.atLeast { start = inside[expectation.atLeast - 1] + 1 }
    }
    // Behind one that may be missing, the next one may begin.
    var end = count
    return starts.indices.reversed().map { index in
      let window = starts[index]..<max(starts[index], end)
      let first = matches[index].first { $0 >= starts[index] } ?? count
      end = expectations[index].atLeast > 0 ? first : min(first, end)
      return window
    }.reversed()
  }

  /// One too many; else one that fits and came at the wrong place; else the one with the fewest differences, the latest of those.
  private static func nearest(
    _ expectation: Expectation, _ candidates: [Candidate], matched: [Int], elsewhere: [Int]
  ) -> (entry: JournalEntry, comparisons: [PatternComparison])? {
    let pattern = expectation.pattern
    let isTooMany = expectation.atMost.map { matched.count > $0 } ?? false
    let others = candidates.indices.filter { !matched.contains($0) }
    let place =
      (isTooMany ? matched : elsewhere).last ?? others.min { distance(pattern, candidates[$0], $0) < distance(pattern, candidates[$1], $1) }
    return place.map { place in
      let count = pattern.nth == nil ? nil : counts(pattern, candidates).first { $0.place == place }?.count
      return (candidates[place].entry, pattern.comparisons(candidates[place].facts) + [count].compactMap { nthComparison(pattern, $0) })
    }
  }

  private static func nthComparison(_ pattern: RequestPattern, _ count: Int?) -> PatternComparison? {
    guard let nth = pattern.nth, let count else { return nil }
    return PatternComparison(Mismatch(matcher: "nth", expected: nth.description, found: "\(count)"), isSame: nth.matches(count))
  }

  private static func distance(_ pattern: RequestPattern, _ candidate: Candidate, _ place: Int) -> (Int, Int) {
    (pattern.comparisons(candidate.facts).filter { !$0.isSame }.count, -place)
  }

  private static func message(
    _ expectation: Expectation, found: Int, _ nearest: (entry: JournalEntry, comparisons: [PatternComparison])?, _ candidates: [Candidate],
    _ window: Range<Int>, isInOrder: Bool
  ) -> String {
    let place = isInOrder && window.lowerBound > 0 ? " behind \(candidates[window.lowerBound - 1].entry.record.id)" : ""
    let start = "\(expectation.counts) expected\(place), \(found) found"
    guard let nearest else { return start + (candidates.isEmpty ? "; no request came" : "; no other request came") }
    let differences = nearest.comparisons.filter { !$0.isSame }.map(\.matcher)
    if !differences.isEmpty {
      return "\(start); the nearest, \(nearest.entry.record.id), differs in \(differences.joined(separator: ", "))"
    }
    if let most = expectation.atMost, found > most { return "\(start); \(nearest.entry.record.id) is one too many" }
    let isElsewhere = candidates.firstIndex { $0.entry === nearest.entry }.map { !window.contains($0) } ?? false
    return isElsewhere
      ? "\(start); \(nearest.entry.record.id) fits, and stands at another place of the order" : "\(start); \(nearest.entry.record.id) fits"
  }
}
