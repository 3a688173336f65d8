internal import Contract
internal import HTTPMessage
internal import MockService

/// Which service a request is forwarded to: a key goes to nobody but the service it is for.
package struct UpstreamTable: Sendable {
  private let upstreams: [Upstream]

  /// - Throws: when two of them are for one API.
  package init(_ upstreams: [Upstream]) throws(UpstreamError) {
    for api in [API.venice, .dgrid] {
      let names = upstreams.filter { $0.api ?? api == api }.map(\.origin)
      if names.count > 1 {
        throw UpstreamError("\(names.joined(separator: " and ")) are both for \(api.label); write one for each API, with its base path")
      }
    }
    self.upstreams = upstreams
  }

  /// The services' origins, for people.
  package var origins: [String] { upstreams.map(\.origin) }

  func upstream(for head: RequestHead) -> Upstream? {
    guard let api = API(path: head.path) else { return nil }
    return upstreams.first { $0.api ?? api == api }
  }
}
