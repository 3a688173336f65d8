internal import CCurl

/// Why there is no response, in one line that holds no header's value.
package struct HTTPClientError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kind of failure.
  package enum Kind: Sendable, Equatable {
    /// There is no libcurl on this machine.
    case noLibrary
    /// The request cannot be written.
    case badRequest
    /// The host's name has no address.
    case hostNotResolved
    /// No server accepts the connection.
    case notConnected
    /// TLS failed: a certificate that is not trusted, or a server that does not speak it.
    case notTrusted
    /// The time was over before the response was whole.
    case timedOut
    /// The response's body has more bytes than are taken.
    case bodyTooLarge
    /// Everything else: the connection ended early, or what came is no HTTP.
    case failed
  }

  /// The kind of failure.
  package let kind: Kind
  /// The server and the reason: `https://api.venice.ai: Could not resolve host`.
  package let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}

extension HTTPClientError {
  /// Describes how a transfer ended without a response, mostly in libcurl's words.
  init(_ ending: transfer_ending, _ words: String, of request: OutgoingRequest, _ intake: ResponseIntake) {
    let host = request.host
    switch ending {
    case .host_not_resolved: self.init(.hostNotResolved, "\(host): \(words)")
    case .not_connected: self.init(.notConnected, "\(host): \(words)")
    case .not_trusted: self.init(.notTrusted, "\(host): \(words)")
    case .timed_out: self.init(.timedOut, "\(host): \(words)")
    case .stopped where intake.isTooLarge: self.init(.bodyTooLarge, "\(host): the answer's body has more than \(intake.bodyLimit) bytes")
    default: self.init(.failed, "\(host): \(words)")
    }
  }
}

extension OutgoingRequest {
  /// The URL's scheme, host and port: the rest may hold a key.
  fileprivate var host: String {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 2 else { return "the URL" }
    let authority = parts[2].prefix { $0 != "?" && $0 != "#" }
    return "\(parts[0])//\(authority.split(separator: "@").last ?? authority)"
  }
}
