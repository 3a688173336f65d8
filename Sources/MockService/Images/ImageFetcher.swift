internal import Contract
internal import Formats
internal import HTTPMessage
internal import Support

/// Finds the images that requests name by URL, without leaving the machine.
///
/// It has the mock's own `/fixtures/…` and `/generated/…`, under any name by which the request itself reached the mock, and mapped hosts.
struct ImageFetcher: Sendable {
  let mappings: [URLMapping]
  let files: StaticFiles

  /// Larger files are not read: every API refuses them anyway.
  static let fileLimit = 64 << 20

  /// Returns the image that a URL names; `ownAuthority` is the request's `Host` header.
  func fetch(_ text: String, ownAuthority: String) -> ResolvedImage {
    let url: URLText
    do { url = try URLText(parsing: text) } catch { return .missing(.unreachable("an unreadable URL: \(error.message)")) }
    if let mapping = mappings.first(where: { $0.host == url.host }) { return mapped(url, mapping) }
    if isOwn(url, ownAuthority) { return own(url) }
    if isPrivate(url.host) { return .missing(.privateHost(url.host)) }
    return .missing(
      .unreachable("\(url.host) is not the mock, and the mock fetches from nowhere else; map it: --url-map \(url.host)=FOLDER"))
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

  /// Tells whether the host is the name by which the client knows the mock, or a loopback name.
  private func isOwn(_ url: URLText, _ ownAuthority: String) -> Bool {
    if HostName.isLoopback(url.host) { return true }
    guard let own = try? URLText(parsing: "http://\(ownAuthority)/") else { return false }
    return own.host == url.host
  }

  private func isPrivate(_ host: String) -> Bool {
    if host.hasSuffix(".internal") || host.hasSuffix(".local") || !host.contains(".") { return true }
    guard let octets = HostName.octets(host) else { return false }
    return switch (octets[0], octets[1]) {
    case (10, _), (0, _), (192, 168), (169, 254), (172, 16...31): true
    default: false
    }
  }
}
