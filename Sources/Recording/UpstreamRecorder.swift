package import Contract
internal import Formats
package import HTTPClient
package import HTTPMessage
package import MockService

/// Has requests answered by the real service, with the client's own key, and records the responses.
package struct UpstreamRecorder: ResponseOverride {
  private let upstreams: UpstreamTable
  private let folder: RecordingFolder
  private let client: HTTPClient
  private let settings: Settings
  private let log: @Sendable (String) -> Void

  /// Makes a recorder that checks requests by the mock's settings and logs a line for each file and each failure.
  package init(
    _ upstreams: UpstreamTable, into folder: RecordingFolder, client: HTTPClient, settings: Settings,
    log: @escaping @Sendable (String) -> Void
  ) {
    self.upstreams = upstreams
    self.folder = folder
    self.client = client
    self.settings = settings
    self.log = log
  }

  /// OPTIONS is a browser's question to the mock itself.
  package func takes(_ head: RequestHead) -> Bool { head.method != "OPTIONS" && upstreams.upstream(for: head) != nil }

  /// Forwards the request, unless its body was too large to be kept.
  package func response(to request: Request, _ result: ContractResult) -> Response? {
    guard case .complete = request.body, let upstream = upstreams.upstream(for: request.head) else { return nil }
    let head = request.head
    do throws(HTTPClientError) {
      let answer = try client.send(
        OutgoingRequest(
          method: head.method, url: upstream.url(for: head), headers: head.headers.forwarded(without: Forwarding.ownOfRequests),
          body: request.body.bytes))
      let headers = answer.headers.forwarded(without: Forwarding.ownOfResponses)
      var response = Response(status: answer.status, headers: headers, body: answer.body)
      if let file = write(request, response, result) { response.headers.append("x-mock-recorded", file) }
      return response
    } catch {
      log("not forwarded: \(error)")
      return API(path: head.path).map { MockError.response(502, "the upstream gave no answer: \(error)", $0, settings) }
    }
  }

  /// Records the exchange and returns the file; nil when that failed, which does not keep the response from the client.
  private func write(_ request: Request, _ response: Response, _ result: ContractResult) -> String? {
    do {
      let fixture = try RecordedFixture(RedactedExchange(request, response), result, settings)
      try folder.write(fixture)
      log("recorded \(fixture.file)")
      return fixture.file
    } catch {
      log("not recorded: \(error)")
      return nil
    }
  }
}

/// Header lines that are not forwarded; small letters.
enum Forwarding {
  /// RFC 9110, 7.6.1.
  static let hopByHop: Set<String> = [
    "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding",
    "upgrade",
  ]
  /// Responses have to come unencoded: an encoded one could neither be read nor written into a fixture.
  static let ownOfRequests: Set<String> = ["host", "content-length", "accept-encoding", "expect"]
  /// Lines that the mock's server writes itself.
  static let ownOfResponses: Set<String> = ["content-length", "date", "server"]
}

extension HeaderList {
  /// Returns the lines without those of the connection and those for the mock.
  fileprivate func forwarded(without own: Set<String>) -> HeaderList {
    let named = values(of: "connection").flatMap { $0.split(separator: ",") }.map { $0.lowercased().filter { $0 != " " } }
    return HeaderList(
      fields.filter { field in
        let name = field.name.lowercased()
        return !Forwarding.hopByHop.contains(name) && !own.contains(name) && !named.contains(name) && !name.hasPrefix("x-mock-")
      })
  }
}

/// The real service that requests are forwarded to: `https://api.venice.ai`, or the base URL that a client is given.
package struct Upstream: Sendable, Equatable {
  /// `https://api.venice.ai`.
  package let origin: String
  private let host: String
  private let port: Int
  /// The path of the base URL, one part each.
  private let base: [String]

  /// Reads an origin or a base URL. Throws why it is no such URL, and what to write instead.
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

  /// Makes a table. Throws when two services are for one API.
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
