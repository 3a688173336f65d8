extension RetrySequence {
  /// What it comes to when nothing follows; nil: nothing has to.
  ///
  /// An attempt that another came beside is not accused: its client may have hung up, or had what it wanted from the other. Damage goes
  /// before a wish to retry, and does not matter in an answer that makes retries hopeless.
  var open: ClientProblem? {
    guard !isOverlapped else { return nil }
    if let damage = last.damage { return last.hasHopelessStatus ? nil : .ignoredDamage(damage) }
    return last.asksForRetry ? last.status.map { .gaveUp(status: $0, asked: last.askedPause) } : nil
  }
}
