internal import HTTPMessage

/// Keeps web pages away from `/_mock`: a page in a developer's browser can reach every port of the machine.
package struct OriginGuard: Sendable {
  private let listensOnLoopback: Bool
  private let hosts: Set<String>

  /// - Parameters:
  ///   - host: the address on which the mock listens.
  ///   - allowed: further names of the mock (`--allow-host`).
  package init(host: String, allowed: [String] = []) {
    listensOnLoopback = Self.isLoopback(host.lowercased())
    hosts = Set((allowed + [host]).map { Self.withoutRoot($0.lowercased()) })
  }

  /// Returns why a request is refused, and what to do instead; nil when it is allowed.
  func reasonToRefuse(_ head: RequestHead) -> String? {
    let host = head.headers["host"]?.lowercased()
    // A page gets around its origin with a foreign name that resolves to this machine (DNS rebinding). Beyond loopback the mock cannot know
    // all its names, so there only browsers are checked.
    if listensOnLoopback || Self.isBrowser(head), let host, !isOwn(Self.name(ofAuthority: host)) {
      return
        "the Host '\(host.prefix(80))' is no name of the mock's; call it by its address, or start it with --allow-host \(Self.name(ofAuthority: host).prefix(80))"
    }
    for origin in head.headers.values(of: "origin") where !Self.isSame(origin.lowercased(), host) {
      return "the Origin '\(origin.prefix(80))' is foreign; /_mock is not for pages of others: ask from the test's own process"
    }
    // Images, scripts and forms of other pages have no Origin. Following a link is allowed: GET changes nothing.
    let site = head.headers["sec-fetch-site"]?.lowercased()
    if site == "cross-site" || site == "same-site", head.headers["sec-fetch-mode"]?.lowercased() != "navigate" || head.method != "GET" {
      return "the request comes from a page of another site (Sec-Fetch-Site: \(site ?? "")); /_mock is not for pages of others"
    }
    return nil
  }

  /// Tells whether a name is one of the mock's. Beyond loopback any address is: an address cannot be rebound.
  private func isOwn(_ name: String) -> Bool {
    Self.isLoopback(name) || hosts.contains(name) || (!listensOnLoopback && Self.isAddress(name))
  }

  private static func isAddress(_ name: String) -> Bool { name.contains(":") || HostName.octets(name) != nil }

  private static func isBrowser(_ head: RequestHead) -> Bool {
    ["origin", "referer", "sec-fetch-site", "sec-fetch-mode"].contains { head.headers[$0] != nil }
      || head.headers["user-agent"]?.hasPrefix("Mozilla/") ?? false
  }

  private static func isLoopback(_ name: String) -> Bool { HostName.isLoopback(name) || name.hasSuffix(".localhost") }

  /// Returns `localhost` for `localhost:8080`, and `::1` for `[::1]:8080`.
  private static func name(ofAuthority authority: String) -> String {
    if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
    let name = authority.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    return withoutRoot(name)
  }

  /// Returns `mock.internal` for `mock.internal.`.
  private static func withoutRoot(_ name: String) -> String { name.hasSuffix(".") ? String(name.dropLast()) : name }

  /// Tells whether an origin is the one to which the request goes.
  private static func isSame(_ origin: String, _ host: String?) -> Bool {
    guard let host else { return false }
    return origin == "http://\(host)" || origin == "https://\(host)"
  }
}
