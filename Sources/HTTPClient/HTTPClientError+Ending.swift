internal import CCurl

extension HTTPClientError {
  /// How a transfer ended that brought no answer, and the words for it, libcurl's mostly.
  init(_ ending: transfer_ending, _ words: String, of request: OutgoingRequest, _ intake: ResponseIntake) {
    let host = request.host
    switch ending {
    case .host_not_resolved: self.init(.hostNotResolved, "\(host): \(words)")
    case .not_connected: self.init(.notConnected, "\(host): \(words)")
    case .not_trusted: self.init(.notTrusted, "\(host): \(words)")
    case .timed_out: self.init(.timedOut, "\(host): \(words)")
    case .stopped where intake.isTooLarge:
      self.init(.bodyTooLarge, "\(host): the answer's body has more than \(intake.bodyLimit) bytes")
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
