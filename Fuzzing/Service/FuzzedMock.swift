internal import HTTPMessage
internal import Journal
internal import MockService
internal import Scenarios
internal import Support

/// A service in memory that lasts for all inputs; what it remembers of those before changes no answer.
struct FuzzedMock: Sendable {
  private let service: MockService

  init(responseOverride: (any ResponseOverride)? = nil) {
    var configuration = MockConfiguration()
    let clock = Clock.manual()
    configuration.clock = clock
    configuration.stopwatch = clock
    configuration.responseOverride = responseOverride
    configuration.cacheLimit = 8 << 20
    configuration.journal.requests = 4
    service = MockService(configuration)
  }

  /// Has every session begin its scenario anew.
  func restartScenarios() { service.engine.reset() }

  var entries: [JournalEntry] { service.journal.entries }

  /// What the server would do: the head first, the body up to its limit, and the work where work is left.
  func plan(for request: Request) -> DeliveryPlan {
    switch service.admit(request.head) {
    case .refuse(let plan): return plan
    case .collect(let intake):
      let count = request.body.bytes.count
      let body = count > intake.limit ? RequestBody.tooLarge(limit: intake.limit, received: count) : request.body
      let whole = Request(head: request.head, body: body)
      switch intake.respond.map({ $0(whole) }) ?? service.respond(to: whole) {
      case .ready(let plan): return plan
      case .deferred(let work), .background(let work): return work()
      }
    }
  }
}
