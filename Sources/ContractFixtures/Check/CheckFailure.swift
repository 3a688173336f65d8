/// Why a check cannot be begun, with what to write or do instead.
package enum CheckFailure: Error, Sendable, Equatable, CustomStringConvertible {
  case usage(String)
  /// The server gave no answer to the first request.
  case unreachable(String)

  package var description: String {
    switch self {
    case .usage(let text), .unreachable(let text): text
    }
  }
}
