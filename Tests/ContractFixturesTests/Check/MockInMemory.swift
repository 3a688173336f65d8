import Contract
import ContractFixtures
import HTTPMessage
import MockService
import Support
import Synchronization

/// A mock in this process, as a server that is checked.
struct MockInMemory: CheckedServer {
  private let mock: MockService
  private let name: String?

  /// - Parameter name: of the `Server` header; nil: there is none, as at a service that is not the mock.
  init(_ profile: Profile = .documented, set decisions: [String] = [], keys: [String] = [], name: String? = "image-edit-mock/test") throws {
    var configuration = MockConfiguration()
    configuration.settings = Settings(profile: profile)
    for decision in decisions { try configuration.settings.set(decision) }
    configuration.keys = keys
    configuration.clock = .manual(unixTime: 1_782_000_000)
    mock = MockService(configuration)
    self.name = name
  }

  func send(_ request: Request) -> Response {
    var response = answer(to: request)
    if let name { response.headers.set("server", name) }
    return response
  }

  private func answer(to request: Request) -> Response {
    switch mock.admit(request.head) {
    case .refuse(let plan): return plan.response
    case .collect(let intake):
      let count = request.body.bytes.count
      let body = count > intake.limit ? RequestBody.tooLarge(limit: intake.limit, received: count) : request.body
      return switch mock.respond(to: Request(head: request.head, body: body)) {
      case .ready(let plan): plan.response
      case .deferred(let work), .background(let work): work().response
      }
    }
  }
}

/// A server that answers some requests otherwise than the one behind it.
final class WrongServer: CheckedServer {
  private let server: MockInMemory
  private let change: @Sendable (_ number: Int, Request, Response) throws(NoAnswer) -> Response
  private let requests = Mutex<[Request]>([])

  /// - Parameter change: gets the number of the request, from 1 on.
  init(_ server: MockInMemory, change: @escaping @Sendable (Int, Request, Response) throws(NoAnswer) -> Response = { $2 }) {
    self.server = server
    self.change = change
  }

  var sent: [Request] { requests.withLock(\.self) }

  func send(_ request: Request) throws(NoAnswer) -> Response {
    let number = requests.withLock { requests in
      requests.append(request)
      return requests.count
    }
    return try change(number, request, server.send(request))
  }
}

/// A clock that nobody waits for.
final class Waits: Sendable {
  private let slept = Mutex<[Duration]>([])

  var all: [Duration] { slept.withLock(\.self) }
  var pace: CheckPace { CheckPace(unixTime: { 1_782_000_000 }, sleep: { time in self.slept.withLock { $0.append(time) } }) }
}

/// One check to its end.
func check(_ server: any CheckedServer, _ plan: CheckPlan, _ waits: Waits = Waits()) throws -> CheckReport {
  var run = CheckRun(plan, server: server, pace: waits.pace)
  return try run.report()
}

/// A plan for these rules of Venice.
func venice(_ rules: String..., profile: Profile = .documented, allowsPaid: Bool = false, key: CheckKey = .standard) throws -> CheckPlan {
  CheckPlan(
    api: .venice, profile: profile, key: key, allowsPaid: allowsPaid,
    only: try rules.map { rule throws(CheckFailure) in try RuleSelector(rule, of: .venice) })
}

extension CheckReport {
  func outcome(of file: String) -> CheckOutcome? { rows.first { $0.fixture.file == file }?.outcome }
  var misses: [String] { rows.filter(\.outcome.isMiss).map(\.fixture.file) }
}
