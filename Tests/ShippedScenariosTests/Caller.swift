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

  /// An edit, and all that came back until the connection ended.
  func callAsFunction(
    prompt: String = "Make it golden", model: String? = nil, image: [UInt8] = Specimen.small, at place: SourceLocation = #_sourceLocation
  ) throws -> Answer {
    try send(.edit(api, prompt: prompt, model: model, image: image), at: place)
  }

  func get(_ path: String, at place: SourceLocation = #_sourceLocation) throws -> Answer { try send(.get(path), at: place) }

  /// The API's list of models.
  func models(at place: SourceLocation = #_sourceLocation) throws -> Answer {
    try get(api == .venice ? "/api/v1/models" : "/v1/models", at: place)
  }

  /// An edit at DGrid whose picture is behind a URL; its path.
  func editWithURL(at place: SourceLocation = #_sourceLocation) throws -> String {
    let url = try send(.withURL(), at: place).isAnswered().member("url")
    #expect(url.hasPrefix("http://mock/generated/"), sourceLocation: place)
    return String(url.dropFirst("http://mock".utf8.count))
  }

  func advance(by time: Duration) { mock.clock.advance(by: time) }

  /// The same scenario in another session.
  func another(_ session: String) -> Caller {
    var caller = self
    caller.session = session
    return caller
  }

  /// The same scenario at the other API.
  func at(_ api: API) -> Caller {
    var caller = self
    caller.api = api
    return caller
  }

  /// What is right for the caller's API.
  func either<Value>(_ venice: Value, _ dgrid: Value) -> Value { api == .venice ? venice : dgrid }

  var token: String { "scenario:\(scenario):\(api)-\(session)" }

  private func send(_ request: WireRequest, at place: SourceLocation) throws -> Answer {
    let client = try mock.connect()
    try client.send(request.bytes(token: token))
    return Answer(reception: try client.readRest(), caller: self, place: place)
  }
}

/// Answers that take their time, for callers whose server is theirs alone.
extension Caller {
  /// An edit whose answer is decided, and still to be read.
  func begin(model: String? = nil) throws -> Pending {
    try begin(.edit(api, prompt: "Make it golden", model: model, image: Specimen.small))
  }

  func begin(_ request: WireRequest) throws -> Pending {
    // The picture is drawn from then on: nothing but the scenario holds the answer back.
    try mock.answer(request, token: "somebody-else")
    // What is left are the answers before, which are over.
    mock.forgetDecisions()
    let client = try mock.connect()
    try client.send(request.bytes(token: token))
    try #require(mock.hasDecided())
    return Pending(client: client, caller: self)
  }

  /// An edit whose head the server has read, and whose body of so many bytes is sent.
  func beginUpload() throws -> (Pending, length: Int) {
    let request = WireRequest.edit(api, prompt: "Make it golden", model: nil, image: Specimen.small)
    try mock.answer(request, token: "somebody-else")
    let client = try mock.connect()
    try client.send(request.head(token: token, expectsContinue: true))
    try #require(try client.readAnswer(toHead: true).status == 100)
    try client.send(request.body)
    return (Pending(client: client, caller: self), request.body.count)
  }
}
