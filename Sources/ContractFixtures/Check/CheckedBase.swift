package import Contract
internal import Formats

/// A base URL as a client is given it, `https://api.dgrid.ai/v1`, or the origin alone.
package struct CheckedBase: Sendable, Equatable {
  /// What stands before the paths of fixtures, which are absolute: `https://api.dgrid.ai`.
  package let root: String
  /// Whether it is this machine.
  package let isLoopback: Bool

  package init(_ text: String, of api: API) throws(CheckFailure) {
    let url: URLText
    do { url = try URLText(parsing: text) } catch {
      throw .usage("--base-url is '\(text)': \(error.message); write for example \(api.exampleBase)")
    }
    guard url.query == nil, !text.contains("#") else {
      throw .usage("--base-url is '\(text)'; write it without ? and #, for example \(api.exampleBase)")
    }
    var path = url.path
    while path.hasSuffix("/") { path.removeLast() }
    let found = API.allCases.first { path.hasSuffix($0.prefix) }
    guard found == nil || found == api else {
      throw .usage("--base-url is '\(text)', a base URL of the other API; write one of \(api.rawValue), for example \(api.exampleBase)")
    }
    if found == api { path.removeLast(api.prefix.count) }
    let host = url.host.contains(":") ? "[\(url.host)]" : url.host
    root = "\(url.scheme)://\(host)\(url.port.map { ":\($0)" } ?? "")\(path)"
    isLoopback =
      url.host == "localhost" || url.host == "::1" || (url.host.hasPrefix("127.") && url.host.allSatisfy { $0.isNumber || $0 == "." })
  }
}

extension API {
  /// What the paths of the API begin with. Venice's, which is looked for first, ends as DGrid's does.
  fileprivate var prefix: String { self == .venice ? "/api/v1" : "/v1" }
  fileprivate var exampleBase: String { "http://127.0.0.1:8080\(prefix)" }
}
