package import Contract
internal import Formats
internal import HTTPMessage

/// The real service that requests are forwarded to, by its origin or by the base URL that a client is given.
package struct Upstream: Sendable, Equatable {
  /// `https://api.venice.ai`.
  package let origin: String
  private let host: String
  private let port: Int
  /// The path of the base URL, one part each.
  private let base: [String]

  /// - Throws: why it is no such URL, and what to write instead.
  package init(_ text: String) throws(UpstreamError) {
    let url: URLText
    do { url = try URLText(parsing: text) } catch { throw UpstreamError("'\(text)' is no base URL: \(error.message); \(Self.example)") }
    guard url.query == nil, !text.contains("#") else {
      throw UpstreamError("'\(text)' has more than a path; \(Self.example)")
    }
    (host, port) = (url.host, url.port ?? (url.scheme == "https" ? 443 : 80))
    origin = "\(url.scheme)://\(host.contains(":") ? "[\(host)]" : host)\(url.port.map { ":\($0)" } ?? "")"
    base = url.path.split(separator: "/").map(String.init)
  }

  private static let example = "write for example https://api.venice.ai/api/v1"

  /// The API whose base URL it is; nil: an origin, which may be either's.
  package var api: API? {
    if base.suffix(2) == ["api", "v1"] { return .venice }
    return base.last == "v1" ? .dgrid : nil
  }

  /// Whether it is a server of this machine that listens there: forwarding to oneself has no end.
  package func isServer(on host: String, port: Int) -> Bool {
    port == self.port && ["localhost", "127.0.0.1", "::1", "0.0.0.0", "::", host].contains(self.host)
  }

  /// Where the request goes: what the base URL has already of the path is there once.
  func url(for head: RequestHead) -> String {
    let path = head.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
    let overlap = (0...min(base.count, path.count)).last { base.suffix($0).elementsEqual(path.prefix($0)) } ?? 0
    let target = (base + path.dropFirst(overlap)).joined(separator: "/").replacing("#", with: "%23")
    return "\(origin)/\(target)" + (head.query.isEmpty ? "" : "?\(head.query.replacing("#", with: "%23"))")
  }
}

/// Why there is nothing that could be forwarded to, with what to write instead.
package struct UpstreamError: Error, Equatable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
