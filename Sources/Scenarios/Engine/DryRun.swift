package import Contract
internal import HTTPMessage
internal import Images
package import RequestMatching
internal import Support

/// Predicts the responses to request 1, 2, 3, … of one session: the engine itself, on a clock that only advances between requests.
///
///     for exchange in DryRun(scenario, seed: 1).run() { print(exchange.request, exchange.response?.step ?? 0) }
package struct DryRun: Sendable {
  /// One request and its response.
  package struct Exchange: Sendable {
    /// Counted from 1.
    package let request: Int
    /// Since the first request.
    package let time: Duration
    /// nil: the scenario leaves the request alone.
    package let response: ScriptedResponse?
  }

  /// The API that is asked.
  package var api: API
  /// The endpoint that is asked.
  package var endpoint = RequestFacts.Endpoint.edit
  /// The model; nil: the API's default.
  package var model: String?
  /// The prompt.
  package var prompt = "a sunrise"
  /// Bytes of the requests' image, a PNG of 1024x1024 pixels.
  package var imageBytes = 1_000_000
  /// Whether the requests break the contract.
  package var isRefused = false
  /// How many requests are played.
  package var requests = 10
  /// From the start of a request to the start of the next.
  package var interval: Duration = .seconds(1)

  private let scenario: Scenario
  private let seed: UInt64

  /// Prepares ten requests, a second apart, to the API of the first step that names one. A seed of the scenario's own wins over `seed`.
  package init(_ scenario: Scenario, seed: UInt64) {
    self.scenario = scenario
    self.seed = seed
    api = scenario.steps.lazy.compactMap(\.when.api).first ?? .venice
  }

  /// Runs the requests, and returns them in order.
  package func run() -> [Exchange] {
    let clock = Clock.manual()
    let engine = ScenarioEngine(scenarios: .shipped, standard: nil, seed: seed, clock: clock)
    let facts = facts
    return (1...requests).map { number in
      let response = engine.decide(scenario, facts, engine.admit(scenario, facts))
      defer { clock.advance(by: interval) }
      return Exchange(request: number, time: clock.now, response: response)
    }
  }

  /// Returns the steps that the requests do not fit, counted from 1, and why.
  package func mismatches() -> [(step: Int, reason: Mismatch)] {
    let facts = facts
    return scenario.steps.enumerated().compactMap { index, step in step.when.firstMismatch(facts).map { (index + 1, $0) } }
  }

  private var facts: RequestFacts {
    let path =
      switch endpoint {
      case .edit: api == .venice ? "/api/v1/image/edit" : "/v1/images/edits"
      case .models: api == .venice ? "/api/v1/models" : "/v1/models"
      case .generated: "/generated/edited.png"
      case .other: "/v1/other"
      }
    let method = endpoint == .edit ? "POST" : "GET"
    var facts = RequestFacts(
      api: api, endpoint: endpoint, head: RequestHead(method: method, path: path), key: "rehearsal", session: "rehearsal")
    facts.model = model ?? (api == .venice ? VeniceModels.defaultID : nil)
    facts.prompt = prompt
    facts.image = ImageFacts(
      kind: "PNG", format: .png, size: PixelSize(width: 1_024, height: 1_024), hasAlpha: false, mode: "RGB", byteCount: imageBytes,
      defect: nil)
    facts.price = api == .venice ? facts.model.flatMap { VeniceModels.model($0) }?.price : nil
    if isRefused { facts.refusal = Refusal(Response(status: 400), []) }
    return facts
  }
}
