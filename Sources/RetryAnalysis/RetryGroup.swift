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

/// Failing attempts at the same thing, each sent after the response to the one before.
struct RetrySequence: Sendable {
  private(set) var last: Attempt
  /// Whether another attempt came before the response to the last one.
  var isOverlapped = false
  /// The first pause that the client chose itself.
  private var firstPause: Duration?
  /// The times of the latest attempts that can be part of a storm, the oldest first.
  private var times: [Duration]

  /// How much too early an attempt may come: clients start their timers at the head of the response, not at its end.
  private static let leniency = Duration.milliseconds(5)
  /// The most attempts within `stormSpan` that are no storm: SDKs that double pauses of half a second make five.
  private static let stormLimit = 6
  private static let stormSpan = Duration.seconds(10)

  init(_ attempt: Attempt) {
    last = attempt
    times = [attempt.received]
  }

  /// Adds the next attempt, which came after the response to the last one, and returns its problems.
  ///
  /// - After a response that makes retries hopeless, pauses do not matter, and are measured from the start again.
  /// - A pause as long as `Retry-After` asks counts neither for back-off nor for a storm; a shorter one is early and counts for a storm.
  /// - An attempt of a storm does not count for back-off.
  mutating func follow(with attempt: Attempt) -> [ClientProblem] {
    defer {
      last = attempt
      isOverlapped = false
    }
    if last.isHopeless, let status = last.status {
      firstPause = nil
      times = [attempt.received]
      return [.hopelessRetry(status: status)]
    }
    let pause = attempt.received - last.responded
    guard let asked = last.askedPause else { return storm(attempt).map { [$0] } ?? backOff(attempt, pause).map { [$0] } ?? [] }
    guard pause + Self.leniency < asked else { return [] }
    return [.earlyRetry(pause: pause, asked: asked)] + (storm(attempt).map { [$0] } ?? [])
  }

  /// What is wrong if no attempt follows; nil when none has to.
  ///
  /// Nothing is wrong when another attempt overlapped with the last one: the client may have hung up, or used the other response. Damage
  /// matters more than a wish to retry, and does not matter when retries are hopeless.
  var open: ClientProblem? {
    guard !isOverlapped else { return nil }
    if let damage = last.damage { return last.hasHopelessStatus ? nil : .ignoredDamage(damage) }
    return last.asksForRetry ? last.status.map { .gaveUp(status: $0, asked: last.askedPause) } : nil
  }

  /// Corrects the time at which the last attempt ended.
  mutating func lastEnded(at moment: Duration) { last.responded = max(moment, last.received) }

  private mutating func storm(_ attempt: Attempt) -> ClientProblem? {
    if times.count > Self.stormLimit { times.removeFirst() }
    times.append(attempt.received)
    let span = attempt.received - times[0]
    return times.count > Self.stormLimit && span <= Self.stormSpan ? .retryStorm(attempts: times.count, span: span) : nil
  }

  private mutating func backOff(_ attempt: Attempt, _ pause: Duration) -> ClientProblem? {
    guard let firstPause else {
      self.firstPause = pause
      return nil
    }
    return attempt.isFailing && !Self.isLonger(pause, than: firstPause) ? .noBackOff(first: firstPause, last: pause) : nil
  }

  /// Tells whether a pause is longer than another, at least 1.2 times: SDKs that double their pauses and subtract up to a quarter at random
  /// reach 1.5 at least, and the rest allows for the time on the network.
  private static func isLonger(_ pause: Duration, than first: Duration) -> Bool { pause > first && pause * 5 >= first * 6 }
}
