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

  package func admit(_ head: RequestHead) -> Admission {
    guard Self.isOwn(head.path) else { return servesAPIs ? context.service.admit(head) : .refuse(DeliveryPlan(notFound(head).response)) }
    if let reason = originGuard.reasonToRefuse(head) { return .refuse(DeliveryPlan(AdminRefusal(403, reason).response)) }
    return .collect(upTo: Self.bodyLimit)
  }

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
    var segments: [String] = []
    for segment in path.dropFirst("/_mock".count).split(separator: "/") {
      do {
        segments.append(try PercentEncoding.decode(path: String(segment)))
      } catch {
        throw AdminRefusal(400, "the path cannot be read: \(error.message)")
      }
    }
    return segments
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
