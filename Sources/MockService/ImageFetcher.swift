internal import Formats
internal import Support

/// Finds the images that requests name by URL, without leaving the machine.
///
/// Answered are the mock's own `/fixtures/…` and `/generated/…`, under any name the request itself reached the mock by, and mapped hosts.
struct ImageFetcher: Sendable {
  enum Found: Sendable {
    case bytes([UInt8])
    case unreachable(String)
    case privateHost(String)
  }

  let mappings: [URLMapping]
  let generated: GeneratedImages

  /// Larger files are not read: every API refuses them anyway.
  static let fileLimit = 64 << 20

  /// - Parameter ownAuthority: the request's `Host` header.
  func fetch(_ text: String, ownAuthority: String?) -> Found {
    let url: URLText
    do { url = try URLText(parsing: text) } catch { return .unreachable("an unreadable URL: \(error.message)") }
    if let mapping = mappings.first(where: { $0.host == url.host }) { return mapped(url, mapping) }
    if isOwn(url, ownAuthority) { return own(url) }
    if isPrivate(url.host) { return .privateHost(url.host) }
    return .unreachable("\(url.host) is not the mock, and the mock fetches from nowhere else; map it: --url-map \(url.host)=FOLDER")
  }

  /// The mock's own file at that path: `/fixtures/NAME` or `/generated/NAME`.
  func ownFile(_ path: String) -> [UInt8]? {
    if let name = path.name(under: "/fixtures/") { return FixtureImages.bytes(named: name) }
    if let name = path.name(under: "/generated/") { return generated[name] }
    return nil
  }

  private func own(_ url: URLText) -> Found {
    if let bytes = ownFile(url.path) { return .bytes(bytes) }
    let names = FixtureImages.names.map { "/fixtures/\($0)" }.joined(separator: ", ")
    return .unreachable("the mock has no \(url.path); it has \(names), and /generated/… of its own answers")
  }

  private func mapped(_ url: URLText, _ mapping: URLMapping) -> Found {
    do {
      let path = try RelativePath(decoding: String(url.path.drop { $0 == "/" }))
      return .bytes(try readFile("\(mapping.folder)/\(path)", limit: Self.fileLimit))
    } catch {
      return .unreachable("\(url.host)\(url.path) in \(mapping.folder): \(error)")
    }
  }

  /// The name the client knows the mock by, or a loopback name.
  private func isOwn(_ url: URLText, _ ownAuthority: String?) -> Bool {
    if isLoopback(url.host) { return true }
    guard let ownAuthority, let own = try? URLText(parsing: "http://\(ownAuthority)/") else { return false }
    return own.host == url.host
  }

  private func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host == "[::1]" || (host.hasPrefix("127.") && host.isIPv4)
  }

  private func isPrivate(_ host: String) -> Bool {
    if host.hasSuffix(".internal") || host.hasSuffix(".local") || !host.contains(".") { return true }
    guard host.isIPv4 else { return false }
    let octets = host.split(separator: ".").compactMap { Int($0) }
    return switch (octets[0], octets[1]) {
    case (10, _), (0, _), (192, 168), (169, 254), (172, 16...31): true
    default: false
    }
  }
}

extension String {
  /// The one segment behind the prefix; nil when there is none, or more.
  fileprivate func name(under prefix: String) -> String? {
    guard hasPrefix(prefix) else { return nil }
    let name = dropFirst(prefix.count)
    return name.isEmpty || name.contains("/") ? nil : String(name)
  }

  fileprivate var isIPv4: Bool {
    let octets = split(separator: ".", omittingEmptySubsequences: false)
    return octets.count == 4 && octets.allSatisfy { UInt8($0) != nil }
  }
}
