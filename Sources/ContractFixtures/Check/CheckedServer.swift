package import Contract
internal import Formats
package import HTTPMessage
internal import Support

/// The server that is checked: sends one request, returns one response.
package protocol CheckedServer: Sendable { func send(_ request: Request) throws(NoAnswer) -> Response }

/// Why a request got no response, in one line.
package struct NoAnswer: Error, Sendable, Equatable {
  /// The reason.
  package let description: String

  /// Wraps a reason.
  package init(_ description: String) { self.description = description }
}

/// The clock and the sleep of a check; tests replace both.
package struct CheckPace: Sendable {
  /// In seconds.
  let unixTime: @Sendable () -> Int
  let sleep: @Sendable (Duration) -> Void

  /// Makes a pace from a clock in Unix seconds and a function that sleeps.
  package init(unixTime: @escaping @Sendable () -> Int, sleep: @escaping @Sendable (Duration) -> Void) {
    self.unixTime = unixTime
    self.sleep = sleep
  }
}

/// A base URL as clients are given it, such as `https://api.dgrid.ai/v1`, or an origin alone.
package struct CheckedBase: Sendable, Equatable {
  /// The part before the absolute paths of fixtures: `https://api.dgrid.ai`.
  package let root: String
  /// Tells whether the server is on this machine.
  package let isLoopback: Bool

  /// Reads a base URL.
  ///
  /// - Throws: when it is no URL, has a query, or is a base URL of the other API.
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
