internal import Support

/// The kinds of problems that retry analysis finds, in the order of the table in docs/witness.md.
package enum ClientProblemKind: String, Sendable, CaseIterable {
  case earlyRetry = "early-retry"
  case hopelessRetry = "hopeless-retry"
  case noBackOff = "no-back-off"
  case retryStorm = "retry-storm"
  case gaveUp = "gave-up"
  case deprecatedField = "deprecated-field"
  case misplacedKey = "misplaced-key"
  case placeholderKey = "placeholder-key"
  case ignoredDamage = "ignored-damage"
  case newConnections = "new-connections"
}

/// One problem with a client's behaviour, with the numbers of its texts. The texts are made when they are read.
enum ClientProblem: Sendable, Equatable {
  case earlyRetry(pause: Duration, asked: Duration)
  case hopelessRetry(status: Int)
  case noBackOff(first: Duration, last: Duration)
  case retryStorm(attempts: Int, span: Duration)
  /// - Parameter asked: the pause of `Retry-After`; nil when the response had only `x-should-retry`.
  case gaveUp(status: Int, asked: Duration?)
  case deprecatedField(rules: [String])
  case misplacedKey(location: String)
  case placeholderKey(String)
  case ignoredDamage(String)
  case newConnection(UInt64)

  var kind: ClientProblemKind {
    switch self {
    case .earlyRetry: .earlyRetry
    case .hopelessRetry: .hopelessRetry
    case .noBackOff: .noBackOff
    case .retryStorm: .retryStorm
    case .gaveUp: .gaveUp
    case .deprecatedField: .deprecatedField
    case .misplacedKey: .misplacedKey
    case .placeholderKey: .placeholderKey
    case .ignoredDamage: .ignoredDamage
    case .newConnection: .newConnections
    }
  }

  /// Returns a sentence that says what was found, this often, and what to do instead.
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
    case .gaveUp(let status, nil): "Nothing came after a \(status) that told to retry: send the request again after a pause."
    case .deprecatedField(let rules):
      "A request bent \(rules.joined(separator: ", ")): use what the API has in place of the deprecated field."
    case .misplacedKey(let location): "The key was \(location): send it as `Authorization: Bearer KEY`."
    case .placeholderKey(let found):
      "The bearer token was \(found): read the key from the environment once, stop when it is missing, and send it as `Authorization: Bearer KEY`."
    case .ignoredDamage(let damage):
      "Nothing came after a damaged answer (\(damage)): check that an answer is whole before you use it, and ask again if it is not."
    case .newConnection: "\(count) requests came over \(count) connections: keep a connection open and send the next request over it."
    }
  }

  /// The details of one request.
  var note: String {
    switch self {
    case .earlyRetry(let pause, let asked): "waited \(pause.words) of \(asked.words)"
    case .hopelessRetry(let status): "sent again after a \(status)"
    case .noBackOff(let first, let last): "after a pause of \(last.words), the first was \(first.words)"
    case .retryStorm(let attempts, let span): "\(attempts) attempts within \(span.words)"
    case .gaveUp(let status, let asked?): "answered \(status), Retry-After \(asked.words)"
    case .gaveUp(let status, nil): "answered \(status), told to retry"
    case .deprecatedField(let rules): rules.joined(separator: ", ")
    case .misplacedKey(let location): location
    case .placeholderKey(let found): found
    case .ignoredDamage(let damage): damage
    case .newConnection(let number): "connection \(number)"
    }
  }
}

extension Duration {
  /// The duration for people, in whole milliseconds: `250 ms`, `5 s`, `1.25 s`.
  var words: String {
    let milliseconds = millisecondsRoundedDown
    guard milliseconds >= 1_000 else { return "\(milliseconds) ms" }
    var fraction = String(milliseconds % 1_000 + 1_000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? "\(milliseconds / 1_000) s" : "\(milliseconds / 1_000).\(fraction) s"
  }
}
