internal import Support

/// One lapse of manners, with the numbers that tell it.
///
/// Numbers only: texts are made when somebody asks, not while requests are answered.
enum ClientProblem: Sendable, Equatable {
  case earlyRetry(pause: Duration, asked: Duration)
  case hopelessRetry(status: Int)
  case noBackOff(first: Duration, last: Duration)
  case retryStorm(attempts: Int, span: Duration)
  /// - Parameter asked: what `Retry-After` asked for; nil: the answer had `x-should-retry` alone.
  case gaveUp(status: Int, asked: Duration?)
  /// - Parameter rules: their ids.
  case deprecatedField(rules: [String])
  case misplacedKey(place: String)
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
    case .ignoredDamage: .ignoredDamage
    case .newConnection: .newConnections
    }
  }
}
