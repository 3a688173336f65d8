internal import Contract
internal import Formats
internal import FuzzReaders
internal import HTTPMessage
internal import HTTPServer
internal import Images
internal import Journal
internal import MockService
internal import Support

extension FuzzTarget {
  /// A request written down (``RequestText``) gets an answer that can go over the wire, says what is wrong, and is the same again.
  static let pipeline = FuzzTarget("pipeline", upTo: 1_024) { input throws(PropertyViolation) in
    let request = RequestText(input).request
    let judged = try PipelineProperty.judged(request)
    // What takes long is done for a part of all inputs, always for the same ones: a picture for one in 64, a refusal once more for one in 8.
    let lot = Fingerprint(input, in: input.indices).checksum % 64
    guard lot == 0 || judged.headers[JudgingOverride.mark] == nil && lot < 8 else { return }
    try PipelineProperty.answered(request, judged)
    if lot < 2 { try PipelineProperty.journalled() }
  }
}

private enum PipelineProperty {
  static let judging = FuzzedMock(responseOverride: JudgingOverride())
  static let whole = FuzzedMock()
  private static let rules = Set(Ledger.rules.map(\.id))

  /// What the mock makes of the request beside all scenarios.
  static func judged(_ request: Request) throws(PropertyViolation) -> Response {
    var unscripted = request
    if choosesScenario(request.head) { unscripted.head.headers.set("x-mock-scenario", "none") }
    let response = judging.plan(for: unscripted).response
    try sendable(response)
    return response
  }

  static func answered(_ request: Request, _ judged: Response) throws(PropertyViolation) {
    if choosesScenario(request.head) { whole.restartScenarios() }
    let plan = whole.plan(for: request)
    try sendable(plan.response)
    try scripted(plan)
    let response = plan.response
    guard !choosesScenario(request.head) else { return }
    try explained(response, request)
    try demand(response.status < 500, "it is answered with \(response.status)")
    try demand(whole.plan(for: request).response.isLike(response), "the second answer is another one")
    if judged.headers[JudgingOverride.mark] == nil { try demand(judged.isLike(response), "the answer is not what was judged") }
  }

  /// Whether a scenario may have a hand in the answer.
  private static func choosesScenario(_ head: RequestHead) -> Bool {
    head.headers["x-mock-scenario"] != nil || head.headers.values(of: "authorization").contains { $0.contains("scenario:") }
  }

  /// What every answer has to be to go over the wire as it is meant.
  private static func sendable(_ response: Response) throws(PropertyViolation) {
    try demand(200...599 ~= response.status, "the status is \(response.status)")
    for field in response.headers.fields {
      try demand(field.name.isHeaderName && field.value.isSendableHeaderValue, "the header '\(field.name): \(field.value)' cannot be sent")
    }
    guard response.headers["x-mock-scenario"] == nil else { return }
    let type = response.headers["content-type"] ?? ""
    if type.hasPrefix("application/json") {
      try demand((try? JSONDocument(parsing: response.body)) != nil, "the body is no JSON")
    } else if type.hasPrefix("image/") {
      try demand(ImageHeader.read(response.body).format?.contentType == type, "the body is no \(type)")
    }
  }

  private static func scripted(_ plan: DeliveryPlan) throws(PropertyViolation) {
    try demand(plan.delay >= .zero, "the delay is \(plan.delay)")
    for case .body(let range, _) in plan.rawResponse?.actions ?? [] {
      try demand(
        0 <= range.lowerBound && range.upperBound <= plan.response.body.count, "\(range) of the body is sent, which has fewer bytes")
    }
  }

  /// Each refusal of an API names the rules that were broken.
  private static func explained(_ response: Response, _ request: Request) throws(PropertyViolation) {
    guard API(path: request.head.path) != nil, request.head.method != "OPTIONS" else { return }
    try demand(response.headers["x-mock-request-id"] != nil, "the answer has no number")
    let broken = response.headers["x-mock-rule"]?.split(separator: ",").map { String($0.drop { $0 == " " }) } ?? []
    try demand(broken.allSatisfy(rules.contains), "there is no such rule: \(broken)")
    try demand(response.status < 400 || !broken.isEmpty, "\(response.status) is for no rule")
  }

  /// What the journal has of it can be read.
  static func journalled() throws(PropertyViolation) {
    let entries = whole.entries
    try demand(!entries.isEmpty, "the journal has nothing of it")
    for entry in entries { _ = entry.curl(mock: "http://mock.test", admin: "http://mock.test") }
    for text in entries.map(\.json) + [HARDocument(entries, mock: "http://mock.test", version: "1").json] {
      try demand((try? JSONDocument(parsing: text.serialized())) != nil, "the journal's entry is no JSON")
    }
  }
}

extension Response {
  /// The same but for the numbers of requests, which bodies of refusals have in them, too, and for what is left of a minute.
  fileprivate func isLike(_ other: Response) -> Bool {
    func withoutNumbers(_ list: HeaderList) -> [HeaderField] {
      list.fields.filter { field in !["request-id", "cf-ray", "-requests", "-tokens"].contains { field.name.lowercased().hasSuffix($0) } }
    }
    return status == other.status && withoutNumbers(headers) == withoutNumbers(other.headers)
      && (body == other.body || headers["content-type"]?.hasPrefix("image/") != true)
  }
}
