internal import Support

/// Failing attempts at the same thing, each sent when the answer to the one before was out.
struct RetrySequence: Sendable {
  private(set) var last: Attempt
  /// Whether another attempt came before the last one's answer was out.
  var isOverlapped = false
  /// The first pause that the client chose by itself.
  private var firstPause: Duration?
  /// When the latest attempts came that a storm would be made of, the oldest first.
  private var times: [Duration]

  /// How much too early an attempt may come: timers tick, and clients start them at the answer's head, not at its end.
  static let leniency = Duration.milliseconds(5)

  /// How many attempts within `stormSpan` are none yet: SDKs that double pauses of half a second make five.
  static let stormLimit = 6
  static let stormSpan = Duration.seconds(10)

  init(_ attempt: Attempt) {
    last = attempt
    times = [attempt.received]
  }

  /// Takes the next attempt, which came when the last one's answer was out.
  ///
  /// Each mistake is found once. After an answer that makes retries hopeless the pace does not matter, so it begins anew. A pause that
  /// `Retry-After` dictates is not the client's own: kept, it counts neither for back-off nor for a storm; cut short, it counts as early and
  /// for a storm. An attempt of a storm is not looked at for back-off.
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
    let pause = attempt.received - last.answered
    guard let asked = last.askedPause else { return storm(attempt).map { [$0] } ?? backOff(attempt, pause).map { [$0] } ?? [] }
    guard pause + Self.leniency < asked else { return [] }
    return [.earlyRetry(pause: pause, asked: asked)] + (storm(attempt).map { [$0] } ?? [])
  }

  mutating func lastEnded(at moment: Duration) { last.answered = max(moment, last.received) }

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

  /// Whether a pause is at least 1.2 times another, and longer than none.
  ///
  /// SDKs that double their pauses and take off up to a quarter at random come to 1.5 times at least. What is left allows for the time that
  /// a request is under way.
  private static func isLonger(_ pause: Duration, than first: Duration) -> Bool { pause > first && pause * 5 >= first * 6 }
}
