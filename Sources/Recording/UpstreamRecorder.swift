package import Contract
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

  /// - Parameters:
  ///   - settings: those of the mock whose rules are recorded.
  ///   - log: takes a line for each file, and for each failure.
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
    do throws(HTTPClientError) {
      var response = Response(forwarding: try client.send(OutgoingRequest(forwarding: request, to: upstream)))
      if let file = write(request, response, result) { response.headers.append("x-mock-recorded", file) }
      return response
    } catch {
      log("not forwarded: \(error)")
      return API(path: request.head.path).map { MockError.response(502, "the upstream gave no answer: \(error)", $0, settings) }
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

extension OutgoingRequest {
  /// Makes the request to the service from the client's.
  init(forwarding request: Request, to upstream: Upstream) {
    self.init(
      method: request.head.method, url: upstream.url(for: request.head),
      headers: request.head.headers.forwarded(without: Forwarding.ownOfRequests), body: request.body.bytes)
  }
}

extension Response {
  /// Makes the response to the client from the service's.
  init(forwarding response: Response) {
    self.init(status: response.status, headers: response.headers.forwarded(without: Forwarding.ownOfResponses), body: response.body)
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
