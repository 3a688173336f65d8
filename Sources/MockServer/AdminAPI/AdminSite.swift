internal import Contract
internal import Formats
package import HTTPMessage
internal import MockService
internal import Support

/// Serves `/_mock`, in front of the mock's APIs or on a port of its own.
package struct AdminSite: RequestHandler {
  private let context: AdminContext
  private let originGuard: OriginGuard
  private let servesAPIs: Bool

  /// The largest body in bytes; it is larger than any scenario may be.
  static let bodyLimit = 2 << 20

  /// - Parameter servesAPIs: whether other paths go to the service; else they are refused with 404.
  package init(_ context: AdminContext, originGuard: OriginGuard, servesAPIs: Bool = true) {
    self.context = context
    self.originGuard = originGuard
    self.servesAPIs = servesAPIs
  }

  /// Refuses what comes from another origin, and hands requests to the APIs on to the service.
  package func admit(_ head: RequestHead) -> Admission {
    guard Self.isOwn(head.path) else { return servesAPIs ? context.service.admit(head) : .refuse(DeliveryPlan(notFound(head).response)) }
    if let reason = originGuard.reasonToRefuse(head) { return .refuse(DeliveryPlan(AdminRefusal(403, reason).response)) }
    return .collect(upTo: Self.bodyLimit)
  }

  /// Responds to `/_mock` in the background, and hands other requests on.
  package func respond(to request: consuming Request) -> Work<DeliveryPlan> {
    guard Self.isOwn(request.head.path) else { return context.service.respond(to: request) }
    let request = copy request
    return .background { DeliveryPlan(response(to: request)) }
  }

  private static func isOwn(_ path: String) -> Bool { path == "/_mock" || path.hasPrefix("/_mock/") }

  /// Returns the response to a request that was admitted.
  private func response(to request: Request) -> Response {
    do throws(AdminRefusal) {
      guard case .complete(let body) = request.body else {
        throw AdminRefusal(413, "the body has more than \(Self.bodyLimit) bytes; a scenario has at most 1048576")
      }
      let (route, segments) = try route(request.head)
      let query = try query(request.head, of: route)
      let call = AdminCall(segments: segments, query: query, body: body, url: request.head.origin)
      if route.body == nil, !body.isEmpty { throw AdminRefusal(400, "\(route.method) \(route.pathText) takes no body; leave it out") }
      return try route.respond(call, context).response
    } catch { return error.response }
  }

  private func route(_ head: RequestHead) throws(AdminRefusal) -> (AdminRoute, [String]) {
    let path = try path(head.path)
    let method = head.method == "HEAD" ? "GET" : head.method
    var allowed: [String] = []
    for route in AdminRoutes.all {
      guard let segments = route.segments(of: path) else { continue }
      if route.method == method { return (route, segments) }
      allowed.append(route.method)
    }
    guard !allowed.isEmpty else { throw notFound(head) }
    let methods = (allowed.contains("GET") ? ["HEAD"] + allowed : allowed).sorted().joined(separator: ", ")
    throw AdminRefusal(
      405, "\(head.path.prefix(120)) takes \(methods), not \(head.method.prefix(20))", headers: [HeaderField("allow", methods)])
  }

  private func path(_ path: String) throws(AdminRefusal) -> [String] {
    do {
      return try path.dropFirst("/_mock".count).split(separator: "/").map { segment throws(SyntaxError) in
        try PercentEncoding.decode(path: String(segment))
      }
    } catch { throw AdminRefusal(400, "the path cannot be read: \(error.message)") }
  }

  private func query(_ head: RequestHead, of route: AdminRoute) throws(AdminRefusal) -> QueryString {
    let query: QueryString
    do { query = try QueryString(parsing: head.query) } catch { throw AdminRefusal(400, "the query cannot be read: \(error.message)") }
    let known = route.query.map(\.name)
    for (index, item) in query.items.enumerated() {
      guard known.contains(item.name) else {
        let hint =
          known.isEmpty ? "it takes none" : "did you mean `\(known.nearest(to: item.name))`? There are: \(known.joined(separator: ", "))"
        throw AdminRefusal(400, "`\(item.name.prefix(60))` is no parameter of \(route.pathText); \(hint)")
      }
      guard !query.items.prefix(index).contains(where: { $0.name == item.name }) else {
        throw AdminRefusal(400, "`\(item.name)` is there twice; write it once")
      }
    }
    return query
  }

  private func notFound(_ head: RequestHead) -> AdminRefusal {
    let paths = AdminRoutes.all.map { "\($0.method) \($0.pathText)" }
    let near = paths.nearest(to: "\(head.method) \(head.path.prefix(120))")
    return AdminRefusal(
      404, "there is nothing at \(head.path.prefix(120)); did you mean \(near)? GET /_mock/openapi/mock.json lists everything")
  }
}

/// Keeps web pages away from `/_mock`: a page in a developer's browser can reach every port of the machine.
package struct OriginGuard: Sendable {
  private let listensOnLoopback: Bool
  private let hosts: Set<String>

  /// `host` is the address on which the mock listens, `allowed` are further names of it (`--allow-host`).
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
