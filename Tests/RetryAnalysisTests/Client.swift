import Support
import Testing

@testable import RetryAnalysis

/// One client and the watch over it; answers take 10 ms unless a request says otherwise.
final class Client {
  let watch = RetryAnalyzer()
  private var sent = 0

  /// Sends at a time in milliseconds; `change` says what is special about the request and its answer.
  func send(
    _ milliseconds: Int, _ status: Int? = 200, session: String = "a", thing: UInt8 = 1, took: Int = 10,
    _ change: (inout Attempt) -> Void = { _ in }
  ) {
    sent += 1
    var attempt = Attempt(
      id: "req_\(sent)", session: session, digest: [thing], received: .milliseconds(milliseconds),
      answered: .milliseconds(milliseconds + took), unixMilliseconds: 1_000_000 + milliseconds, status: status)
    change(&attempt)
    watch.note(attempt)
  }

  /// What was found, each as its name and how often.
  func found(session: String? = nil) -> [String] { watch.findings(session: session).map { "\($0.kind.rawValue) \($0.count)" } }

  /// What is found when requests are sent so many milliseconds after the answer before.
  static func found(_ requests: [Step]) -> [String] {
    let client = Client()
    var time = 0
    for request in requests {
      time += request.pause
      client.send(time, request.status, request.change)
      time += 10
    }
    return client.found()
  }

  /// A request so many milliseconds after the answer before.
  struct Step: Sendable, CustomTestStringConvertible {
    let pause: Int
    let status: Int?
    let change: @Sendable (inout Attempt) -> Void

    init(_ pause: Int, _ status: Int?, _ change: @escaping @Sendable (inout Attempt) -> Void = { _ in }) {
      self.pause = pause
      self.status = status
      self.change = change
    }

    var testDescription: String { "\(pause) ms: \(status.map(String.init) ?? "no answer")" }
  }
}

extension Attempt {
  /// As `Retry-After` has it.
  mutating func asks(_ seconds: Int) {
    retryAfter = .seconds(seconds)
    isToldToRetry = true
  }
}
