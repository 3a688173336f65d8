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

  /// Tells whether a pause is at least 1.2 times another, and longer than it.
  ///
  /// SDKs that double their pauses and subtract up to a quarter at random reach 1.5 at least. The rest allows for the time on the network.
  private static func isLonger(_ pause: Duration, than first: Duration) -> Bool { pause > first && pause * 5 >= first * 6 }
}
