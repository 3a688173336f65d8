internal import HTTPMessage
internal import Synchronization

/// Sends requests with time between them, and again where the server asks for patience.
final class CheckClient: Sendable {
  /// Why there is no answer.
  enum Failure: Error {
    case noAnswer(String)
    /// Nothing more is to be sent.
    case stop(String)
  }

  private struct State {
    var sent = 0
    var waited = Duration.zero
  }

  private let plan: CheckPlan
  private let server: any CheckedServer
  private let pace: CheckPace
  private let state = Mutex(State())

  init(_ plan: CheckPlan, _ server: any CheckedServer, _ pace: CheckPace) {
    self.plan = plan
    self.server = server
    self.pace = pace
  }

  /// Requests so far.
  var sent: Int { state.withLock(\.sent) }

  /// - Parameter retries: whether 429 means to wait, and not an answer.
  func send(_ request: Request, retries: Bool) throws(Failure) -> Response {
    while true {
      if state.withLock({ state in
        defer { state.sent += 1 }
        return state.sent > 0 && plan.pause > .zero
      }) {
        pace.sleep(plan.pause)
      }
      let response: Response
      do { response = try server.send(request) } catch { throw .noAnswer(error.description) }
      guard response.status == 429, retries else { return response }
      try wait(ResponseWait(response, now: pace.unixTime()).duration)
    }
  }

  private func wait(_ duration: Duration) throws(Failure) {
    let waited = state.withLock { $0.waited }
    guard waited + duration <= CheckPlan.longestWait else {
      let seconds = "\(duration.components.seconds) s"
      throw .stop("the server answers 429 and asks to wait \(seconds); a check waits \(CheckPlan.longestWait.components.seconds) s in all")
    }
    state.withLock { $0.waited += duration }
    pace.sleep(duration)
  }
}
