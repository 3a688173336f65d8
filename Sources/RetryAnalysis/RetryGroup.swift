/// All attempts of a session at the same thing since it was last had.
///
/// A client may send the same thing several times at once, and then retry each. So an attempt follows that one of the failed attempts that
/// has waited for it longest; when the answers to all of them are still to come, it follows none, and begins a row of its own.
struct RetryGroup: Sendable {
  private var rows: [RetrySequence] = []
  /// Whether so many were in flight at once that nobody can tell which attempt follows which; nothing is judged until the thing is had.
  private var isCrowded = false
  /// What was found in it, so that it is counted once even when the finding has been dropped.
  private var found: Set<ClientProblemKind> = []

  /// Most rows that are told apart. A client that sends more of the same at once is measuring, not retrying.
  static let rowLimit = 16

  /// Whether there is nothing to remember.
  var isBlank: Bool { rows.isEmpty && !isCrowded && found.isEmpty }

  /// Takes the next attempt. One that gets what it wanted settles all that are open, also those in flight beside it.
  mutating func note(_ attempt: Attempt) -> [NewLapse] {
    let lapses = place(attempt)
    if !attempt.isFailing {
      rows.removeAll()
      isCrowded = false
    }
    return lapses.map { NewLapse(lapse: $0, isFirst: found.insert($0.kind).inserted) }
  }

  /// An attempt ended otherwise than was planned for it.
  mutating func ended(_ id: String, at moment: Duration) {
    for index in rows.indices where rows[index].last.id == id { rows[index].lastEnded(at: moment) }
  }

  /// What it comes to when nothing follows.
  var open: [AggregatedFinding] {
    rows.compactMap { row in row.open.map { AggregatedFinding($0, row.last) } }
  }

  private mutating func place(_ attempt: Attempt) -> [ClientProblem] {
    guard !isCrowded else { return [] }
    if let index = longestWaiting(attempt.received) { return rows[index].follow(with: attempt) }
    for index in rows.indices { rows[index].isOverlapped = true }
    rows.append(RetrySequence(attempt))
    if rows.count > Self.rowLimit {
      rows.removeAll()
      isCrowded = true
    }
    return []
  }

  private func longestWaiting(_ now: Duration) -> Int? {
    rows.indices.lazy.filter { rows[$0].last.answered <= now }.min { rows[$0].last.answered < rows[$1].last.answered }
  }
}

/// A lapse that was just seen.
struct NewLapse: Sendable, Equatable {
  let lapse: ClientProblem
  /// Whether it is the first of its kind there.
  let isFirst: Bool
}
