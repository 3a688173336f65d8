internal import Support

extension ClientProblem {
  /// What was seen and what to do instead, in one sentence.
  ///
  /// - Parameter count: how often it was seen.
  func says(count: Int) -> String {
    switch self {
    case .earlyRetry(let pause, let asked):
      "A request came again \(pause.words) after an answer whose Retry-After asked for \(asked.words): wait until that time is over."
    case .hopelessRetry(let status):
      "A request came again unchanged after a \(status): change it or give up, the same request gets the same answer."
    case .noBackOff(let first, let last):
      "The first pause between failing attempts was \(first.words), a later one \(last.words): make each pause longer, twice the one before."
    case .retryStorm(let attempts, let span):
      "\(attempts) attempts at the same failing thing came within \(span.words): make the pauses longer, and give up after a few attempts."
    case .gaveUp(let status, let asked?):
      "Nothing came after a \(status) whose Retry-After asked for \(asked.words): send the request again when that time is over."
    case .gaveUp(let status, nil):
      "Nothing came after a \(status) that told to retry: send the request again after a pause."
    case .deprecatedField(let rules):
      "A request bent \(rules.joined(separator: ", ")): use what the API has in place of the deprecated field."
    case .misplacedKey(let place):
      "The key was \(place): send it as `Authorization: Bearer KEY`."
    case .ignoredDamage(let damage):
      "Nothing came after a damaged answer (\(damage)): check that an answer is whole before you use it, and ask again if it is not."
    case .newConnection:
      "\(count) requests came over \(count) connections: keep a connection open and send the next request over it."
    }
  }

  /// What one request adds to it.
  var note: String {
    switch self {
    case .earlyRetry(let pause, let asked): "waited \(pause.words) of \(asked.words)"
    case .hopelessRetry(let status): "sent again after a \(status)"
    case .noBackOff(let first, let last): "after a pause of \(last.words), the first was \(first.words)"
    case .retryStorm(let attempts, let span): "\(attempts) attempts within \(span.words)"
    case .gaveUp(let status, let asked?): "answered \(status), Retry-After \(asked.words)"
    case .gaveUp(let status, nil): "answered \(status), told to retry"
    case .deprecatedField(let rules): rules.joined(separator: ", ")
    case .misplacedKey(let place): place
    case .ignoredDamage(let damage): damage
    case .newConnection(let number): "connection \(number)"
    }
  }
}
