/// Why a server does not listen, in words that say what to do about it.
package enum HTTPServerError: Error, Sendable, Equatable {
  /// Another socket listens there.
  case portTaken(host: String, port: Int)
  /// The host is no address of this machine, or a name that nothing resolves.
  case addressUnavailable(host: String)
  case cannotStart(String)
}

extension HTTPServerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .portTaken(let host, let port):
      "port \(port) on \(host) is taken; pass --port with another one, or --port 0 for any free one"
    case .addressUnavailable(let host):
      "\(host) is not an address of this machine; pass --host with one that is, such as 127.0.0.1, or 0.0.0.0 for all of them"
    case .cannotStart(let reason):
      "the server cannot start: \(reason)"
    }
  }
}
