import Contract
import ContractFixtures
import HTTPMessage
import MockService
import Support
import Synchronization

/// Mocks in memory, one for each configuration that fixtures ask for.
final class Mocks: Sendable {
  private let started = Mutex<[String: MockService]>([:])

  /// The mock that the fixture is to be run on; fixtures of one configuration share one, and with it what it has drawn.
  func mock(for fixture: RuleFixture, under settings: Settings) -> MockService {
    let decided = [settings.veniceContract.description] + Ambiguities.all.map { settings.value(of: $0) }
    return started.withLock { started in
      let key = (decided + fixture.keys).joined(separator: " ")
      let mock = started[key] ?? MockService(configuration(fixture, settings))
      started[key] = mock
      return mock
    }
  }

  private func configuration(_ fixture: RuleFixture, _ settings: Settings) -> MockConfiguration {
    var configuration = MockConfiguration()
    configuration.settings = settings
    configuration.keys = fixture.keys
    configuration.clock = .manual(unixTime: 1_782_000_000)
    return configuration
  }
}

extension RequestHandler {
  /// What the server would do: headers first, the body up to the limit, and the work where work is left.
  func response(to request: Request) -> Response {
    switch admit(request.head) {
    case .refuse(let plan): return plan.response
    case .collect(let intake):
      let limit = intake.limit
      let count = request.body.bytes.count
      let body = count > limit ? RequestBody.tooLarge(limit: limit, received: count) : request.body
      return switch respond(to: Request(head: request.head, body: body)) {
      case .ready(let plan): plan.response
      case .deferred(let work), .background(let work): work().response
      }
    }
  }
}
