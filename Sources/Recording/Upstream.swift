package import Contract
internal import Formats
internal import HTTPMessage
internal import MockService

/// The real service that requests are forwarded to: `https://api.venice.ai`, or the base URL that a client is given.
package struct Upstream: Sendable, Equatable {
  /// `https://api.venice.ai`.
  package let origin: String
  private let host: String
  private let port: Int
  /// The path of the base URL, one part each.
  private let base: [String]

  /// Reads an origin or a base URL.
  ///
  /// - Throws: why it is no such URL, and what to write instead.
  package init(_ text: String) throws(UpstreamError) {
    let url: URLText
    do { url = try URLText(parsing: text) } catch { throw UpstreamError("'\(text)' is no base URL: \(error.message); \(Self.example)") }
    guard url.query == nil, !text.contains("#") else { throw UpstreamError("'\(text)' has more than a path; \(Self.example)") }
    (host, port) = (url.host, url.port ?? (url.scheme == "https" ? 443 : 80))
    origin = "\(url.scheme)://\(host.contains(":") ? "[\(host)]" : host)\(url.port.map { ":\($0)" } ?? "")"
    base = url.path.split(separator: "/").map(String.init)
  }

  private static let example = "write for example https://api.venice.ai/api/v1"

  /// The API whose base URL it is; nil for an origin, which may be of both.
  package var api: API? {
    if base.suffix(2) == ["api", "v1"] { return .venice }
    return base.last == "v1" ? .dgrid : nil
  }

  /// Tells whether it is the server of this machine that listens there: forwarding to oneself has no end.
  package func isServer(on host: String, port: Int) -> Bool {
    port == self.port && ["localhost", "127.0.0.1", "::1", "0.0.0.0", "::", host].contains(self.host)
  }

  /// Returns the URL for a request: the part of the path that the base URL has, too, is in it once.
  func url(for head: RequestHead) -> String {
    let path = head.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
    let overlap = (0...min(base.count, path.count)).last { base.suffix($0).elementsEqual(path.prefix($0)) } ?? 0
    let target = (base + path.dropFirst(overlap)).joined(separator: "/").replacing("#", with: "%23")
    return "\(origin)/\(target)" + (head.query.isEmpty ? "" : "?\(head.query.replacing("#", with: "%23"))")
  }
}

/// The reason why nothing can be forwarded, with what to write instead.
package struct UpstreamError: Error, Equatable, CustomStringConvertible {
  /// The reason, in one line.
  package let description: String

  init(_ description: String) { self.description = description }
}

/// The services that requests are forwarded to, by API: a key goes only to the service that it is for.
package struct UpstreamTable: Sendable {
  private let upstreams: [Upstream]

  /// Makes a table.
  ///
  /// - Throws: when two services are for one API.
  package init(_ upstreams: [Upstream]) throws(UpstreamError) {
    for api in [API.venice, .dgrid] {
      let names = upstreams.filter { $0.api ?? api == api }.map(\.origin)
      if names.count > 1 {
        throw UpstreamError("\(names.joined(separator: " and ")) are both for \(api.label); write one for each API, with its base path")
      }
    }
    self.upstreams = upstreams
  }

  /// The services' origins, for messages.
  package var origins: [String] { upstreams.map(\.origin) }

  func upstream(for head: RequestHead) -> Upstream? {
    guard let api = API(path: head.path) else { return nil }
    return upstreams.first { $0.api ?? api == api }
  }
}
