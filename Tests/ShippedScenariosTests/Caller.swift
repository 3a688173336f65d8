import Contract
import Support
import TestClient
import Testing

/// A client of one API whose requests go through one scenario, in a session of their own.
struct Caller {
  let mock: MockServer
  let scenario: String
  var api: API
  var session = "1"

  /// Sends an edit, and returns all that came back until the connection ended.
  func callAsFunction(
    prompt: String = "Make it golden", model: String? = nil, image: [UInt8] = Specimen.small, at location: SourceLocation = #_sourceLocation
  ) throws -> ReceivedResponse {
    try send(.edit(api, prompt: prompt, model: model, image: image), at: location)
  }

  func get(_ path: String, at location: SourceLocation = #_sourceLocation) throws -> ReceivedResponse { try send(.get(path), at: location) }

  /// Fetches the API's list of models.
  func models(at location: SourceLocation = #_sourceLocation) throws -> ReceivedResponse {
    try get(api == .venice ? "/api/v1/models" : "/v1/models", at: location)
  }

  /// Sends an edit to DGrid whose picture is behind a URL; returns its path.
  func editWithURL(at location: SourceLocation = #_sourceLocation) throws -> String {
    let url = try send(.withURL(), at: location).isAnswered().member("url")
    #expect(url.hasPrefix("http://mock/generated/"), sourceLocation: location)
    return String(url.dropFirst("http://mock".utf8.count))
  }

  func advance(by time: Duration) { mock.clock.advance(by: time) }

  /// Returns a caller of the same scenario in another session.
  func another(_ session: String) -> Caller {
    var caller = self
    caller.session = session
    return caller
  }

  /// Returns a caller of the same scenario at the other API.
  func at(_ api: API) -> Caller {
    var caller = self
    caller.api = api
    return caller
  }

  /// Returns what is right for the caller's API.
  func either<Value>(_ venice: Value, _ dgrid: Value) -> Value { api == .venice ? venice : dgrid }

  var token: String { "scenario:\(scenario):\(api)-\(session)" }

  private func send(_ request: WireRequest, at location: SourceLocation) throws -> ReceivedResponse {
    let client = try mock.connect()
    try client.send(request.bytes(token: token))
    return ReceivedResponse(reception: try client.readRest(), caller: self, location: location)
  }
}

/// Responses that take their time, for callers with a server of their own.
extension Caller {
  /// Sends an edit whose response is decided, and still to be read.
  func begin(model: String? = nil) throws -> PendingResponse {
    try begin(.edit(api, prompt: "Make it golden", model: model, image: Specimen.small))
  }

  func begin(_ request: WireRequest) throws -> PendingResponse {
    // The picture is drawn from then on: nothing but the scenario holds the response back.
    try mock.roundTrip(request, token: "other")
    // What is left are earlier responses, which are over.
    mock.forgetDecisions()
    let client = try mock.connect()
    try client.send(request.bytes(token: token))
    try #require(mock.hasDecided())
    return PendingResponse(client: client, caller: self)
  }

  /// Sends an edit whose head the server has read, and whose body of so many bytes is sent.
  func beginUpload() throws -> (PendingResponse, length: Int) {
    let request = WireRequest.edit(api, prompt: "Make it golden", model: nil, image: Specimen.small)
    try mock.roundTrip(request, token: "other")
    let client = try mock.connect()
    try client.send(request.head(token: token, expectsContinue: true))
    try #require(try client.readResponse(toHead: true).status == 100)
    try client.send(request.body)
    return (PendingResponse(client: client, caller: self), request.body.count)
  }
}
