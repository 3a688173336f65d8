internal import HTTPMessage

/// Keeps web pages out of `/_mock`: a page in a developer's browser reaches every port of the machine.
package struct OriginGuard: Sendable {
  private let listensOnLoopback: Bool
  private let hosts: Set<String>

  /// - Parameters:
  ///   - host: the address that the mock listens on.
  ///   - allowed: further names that it may be called by.
  package init(host: String, allowed: [String] = []) {
    listensOnLoopback = Self.isLoopback(host.lowercased())
    hosts = Set((allowed + [host]).map { Self.withoutRoot($0.lowercased()) })
  }

  /// Why the request is not let in; nil: it is.
  func objection(to head: RequestHead) -> String? {
    let host = head.headers["host"]?.lowercased()
    // A name of somebody's that leads to this machine is how a page gets around its origin. Off loopback the mock is called by names that it
    // cannot know, but there only browsers have pages.
    if listensOnLoopback || Self.isBrowser(head), let host, !isOwn(Self.name(ofAuthority: host)) {
      return
        "the Host '\(host.prefix(80))' is no name of the mock's; call it by its address, or start it with --allow-host \(Self.name(ofAuthority: host).prefix(80))"
    }
    for origin in head.headers.values(of: "origin") where !Self.isSame(origin.lowercased(), host) {
      return "the Origin '\(origin.prefix(80))' is foreign; /_mock is not for pages of others: ask from the test's own process"
    }
    // What has no Origin: images, scripts and forms of other pages. A link that somebody follows is let through: GET changes nothing.
    let site = head.headers["sec-fetch-site"]?.lowercased()
    if site == "cross-site" || site == "same-site", head.headers["sec-fetch-mode"]?.lowercased() != "navigate" || head.method != "GET" {
      return "the request comes from a page of another site (Sec-Fetch-Site: \(site ?? "")); /_mock is not for pages of others"
    }
    return nil
  }

  /// Off loopback an address is as good as a name of its own: nobody can make a name lead to a page by it.
  private func isOwn(_ name: String) -> Bool {
    Self.isLoopback(name) || hosts.contains(name) || (!listensOnLoopback && Self.isAddress(name))
  }

  private static func isAddress(_ name: String) -> Bool {
    let octets = name.split(separator: ".", omittingEmptySubsequences: false)
    return name.contains(":") || (octets.count == 4 && octets.allSatisfy { UInt8($0) != nil })
  }

  private static func isBrowser(_ head: RequestHead) -> Bool {
    ["origin", "referer", "sec-fetch-site", "sec-fetch-mode"].contains { head.headers[$0] != nil }
      || head.headers["user-agent"]?.hasPrefix("Mozilla/") ?? false
  }

  private static func isLoopback(_ name: String) -> Bool {
    if name == "localhost" || name == "::1" || name.hasSuffix(".localhost") { return true }
    let octets = name.split(separator: ".", omittingEmptySubsequences: false)
    return octets.count == 4 && octets[0] == "127" && octets.allSatisfy { UInt8($0) != nil }
  }

  /// `localhost` of `localhost:8080`, `::1` of `[::1]:8080`.
  private static func name(ofAuthority authority: String) -> String {
    if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
    let name = authority.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    return withoutRoot(name)
  }

  /// `mock.internal` of `mock.internal.`.
  private static func withoutRoot(_ name: String) -> String { name.hasSuffix(".") ? String(name.dropLast()) : name }

  /// Whether an origin is the one that the request itself goes to.
  private static func isSame(_ origin: String, _ host: String?) -> Bool {
    guard let host else { return false }
    return origin == "http://\(host)" || origin == "https://\(host)"
  }
}
