package import Contract
package import HTTPClient
package import HTTPMessage
package import MockService

/// Has requests answered by the real service, with the client's own key, and writes down what came back.
package struct UpstreamRecorder: ResponseOverride {
  private let upstreams: UpstreamTable
  private let folder: RecordingFolder
  private let client: HTTPClient
  private let settings: Settings
  private let log: @Sendable (String) -> Void

  /// - Parameters:
  ///   - settings: those of the mock whose judgement is written down.
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

  /// A browser asks with OPTIONS whether it may ask: that is between it and the mock.
  package func takes(_ head: RequestHead) -> Bool { head.method != "OPTIONS" && upstreams.upstream(for: head) != nil }

  /// A body that was too large to be kept cannot be forwarded.
  package func response(to request: Request, _ judgement: ContractResult) -> Response? {
    guard case .complete = request.body, let upstream = upstreams.upstream(for: request.head) else { return nil }
    do throws(HTTPClientError) {
      var response = Response(forwarding: try client.send(OutgoingRequest(forwarding: request, to: upstream)))
      if let file = write(request, response, judgement) { response.headers.append("x-mock-recorded", file) }
      return response
    } catch {
      log("not forwarded: \(error)")
      return API(path: request.head.path).map { MockError.response(502, "the upstream gave no answer: \(error)", $0, settings) }
    }
  }

  /// The file that it is in; whatever happens to it, the client gets its answer.
  private func write(_ request: Request, _ response: Response, _ judgement: ContractResult) -> String? {
    do {
      let candidate = try Candidate(RedactedExchange(request, response), judgement, settings)
      try folder.write(candidate)
      log("recorded \(candidate.file)")
      return candidate.file
    } catch {
      log("not recorded: \(error)")
      return nil
    }
  }
}
