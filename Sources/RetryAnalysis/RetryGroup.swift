/// All attempts of a session at the same thing since one last succeeded.
///
/// A client may send the same request several times at once, and retry each. An attempt therefore follows the failed one that has been
/// answered for longest; when no failed one has been answered, the attempt begins a sequence of its own.
struct RetryGroup: Sendable {
  private var sequences: [RetrySequence] = []
  /// Whether there were too many sequences at once to tell them apart; nothing is judged until an attempt succeeds.
  private var isCrowded = false
  /// The kinds of problems that were found, so that each is counted once even when its finding has been dropped.
  private var found: Set<ClientProblemKind> = []

  /// The most sequences that are told apart. A client that sends more of the same at once is measuring, not retrying.
  private static let sequenceLimit = 16

  /// Tells whether there is nothing to remember.
  var isBlank: Bool { sequences.isEmpty && !isCrowded && found.isEmpty }

  /// Adds the next attempt and returns its problems. One that succeeds ends all sequences, also those in flight.
  mutating func note(_ attempt: Attempt) -> [NewProblem] {
    let problems = append(attempt)
    if !attempt.isFailing {
      sequences.removeAll()
      isCrowded = false
    }
    return problems.map { NewProblem(problem: $0, isFirst: found.insert($0.kind).inserted) }
  }

  /// Corrects the time at which an attempt ended.
  mutating func ended(_ id: String, at moment: Duration) {
    for index in sequences.indices where sequences[index].last.id == id { sequences[index].lastEnded(at: moment) }
  }

  /// Findings that become final unless a follow-up request arrives.
  var open: [AggregatedFinding] { sequences.compactMap { sequence in sequence.open.map { AggregatedFinding($0, sequence.last) } } }

  private mutating func append(_ attempt: Attempt) -> [ClientProblem] {
    guard !isCrowded else { return [] }
    if let index = longestWaiting(attempt.received) { return sequences[index].follow(with: attempt) }
    for index in sequences.indices { sequences[index].isOverlapped = true }
    sequences.append(RetrySequence(attempt))
    if sequences.count > Self.sequenceLimit {
      sequences.removeAll()
      isCrowded = true
    }
    return []
  }

  private func longestWaiting(_ now: Duration) -> Int? {
    sequences.indices.lazy.filter { sequences[$0].last.responded <= now }.min {
      sequences[$0].last.responded < sequences[$1].last.responded
    }
  }
}

/// A problem that was just found.
struct NewProblem: Sendable, Equatable {
  let problem: ClientProblem
  /// Whether it is the first of its kind in its group or session.
  let isFirst: Bool
}
