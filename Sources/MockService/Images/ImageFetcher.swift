internal import Contract
internal import Formats
internal import HTTPMessage
internal import Support

/// Finds the images that requests name by URL, without leaving the machine.
///
/// It has the mock's own `/fixtures/…` and `/generated/…`, under the name by which the request itself reached the mock and where the mock
/// listens, and mapped hosts.
struct ImageFetcher: Sendable {
  let mappings: [URLMapping]
  let files: StaticFiles

  /// Larger files are not read: every API refuses them anyway.
  static let fileLimit = 64 << 20

  /// Returns the image that a URL in a request with that head names.
  func fetch(_ text: String, for head: RequestHead) -> ResolvedImage {
    let url: URLText
    do { url = try URLText(parsing: text) } catch { return .missing(.unreachable("an unreadable URL: \(error.message)")) }
    if let mapping = mappings.first(where: { $0.host == url.host }) { return mapped(url, mapping) }
    if isOwn(url, head) { return own(url) }
    if InternalHost.matches(url.host) { return .missing(.privateHost(explanation(url, head))) }
    return .missing(
      .unreachable(
        "\(url.host) is not the mock, which is \(head.origin.prefix(80)) and fetches from nowhere else; map it: --url-map \(url.host)=FOLDER"
      ))
  }

  private func own(_ url: URLText) -> ResolvedImage {
    if let bytes = files.file(url.path) { return .image(SourceImage(bytes)) }
    let names = FixtureImages.names.map { "/fixtures/\($0)" }.joined(separator: ", ")
    return .missing(.unreachable("the mock has no \(url.path); it has \(names), and /generated/… of its own answers"))
  }

  private func mapped(_ url: URLText, _ mapping: URLMapping) -> ResolvedImage {
    do {
      let path = try RelativePath(decoding: String(url.path.drop { $0 == "/" }))
      return .image(SourceImage(try readFile("\(mapping.folder)/\(path)", limit: Self.fileLimit)))
    } catch { return .missing(.unreachable("\(url.host)\(url.path) in \(mapping.folder): \(error)")) }
  }

  /// Tells whether a URL names the mock: as the request's `Host` does, or by an address and the port that the mock listens on.
  private func isOwn(_ url: URLText, _ head: RequestHead) -> Bool {
    let port = url.port ?? url.standardPort
    if url.scheme == head.scheme, let host = head.headers["host"], let known = try? URLText(parsing: "\(head.scheme)://\(host)/"),
      known.host == url.host, known.port ?? known.standardPort == port
    {
      return true
    }
    return url.scheme == (head.isSecure ? "https" : "http") && port == head.listener.port && reaches(url.host, head.listener.host)
  }

  /// Tells whether a server that listens on that host can be reached under the name.
  private func reaches(_ name: String, _ host: String) -> Bool {
    switch host {
    case "127.0.0.1", "::1": name == host || name == "localhost"
    case "localhost": [host, "127.0.0.1", "::1"].contains(name)
    case "0.0.0.0": name == host || HostName.isLoopback(name) && name != "::1"
    // IPv4 is served, too.
    case "::": name == host || HostName.isLoopback(name)
    default: name == host.lowercased()
    }
  }

  /// Says what a URL points to, and what the mock's own address is: most of these have the port of another server.
  private func explanation(_ url: URLText, _ head: RequestHead) -> String {
    let host = url.host.contains(":") ? "[\(url.host.prefix(60))]" : "\(url.host.prefix(60))"
    let origin = "\(url.scheme)://\(host)\(url.port.map { ":\($0)" } ?? "")"
    return "\(origin), which is this machine or a private network, and not the mock: that is \(head.origin.prefix(80))"
  }
}

extension URLText {
  /// The port when none is written.
  fileprivate var standardPort: Int { scheme == "https" ? 443 : 80 }
}
