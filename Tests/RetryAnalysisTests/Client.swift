import Testing

@testable import RetryAnalysis

/// A client with the analyzer of its requests; responses take 10 ms by default.
final class Client {
  let analyzer = RetryAnalyzer()
  private var sent = 0

  /// Sends a request at a time in milliseconds; `change` modifies the attempt.
  func send(
    _ milliseconds: Int, _ status: Int? = 200, session: String = "a", request: UInt8 = 1, took: Int = 10,
    _ change: (inout Attempt) -> Void = { _ in }
  ) {
    sent += 1
    var attempt = Attempt(
      id: "req_\(sent)", session: session, digest: [request], received: .milliseconds(milliseconds),
      responded: .milliseconds(milliseconds + took), unixMilliseconds: 1_000_000 + milliseconds, status: status)
    change(&attempt)
    analyzer.note(attempt)
  }

  /// The findings, each as its name and count.
  func found(session: String? = nil) -> [String] { analyzer.findings(session: session).map { "\($0.kind.rawValue) \($0.count)" } }

  /// Returns the findings for requests with pauses between them.
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

  /// A request with the pause in milliseconds after the response before.
  struct Step: Sendable, CustomTestStringConvertible {
    let pause: Int
    let status: Int?
    let change: @Sendable (inout Attempt) -> Void

    init(_ pause: Int, _ status: Int?, _ change: @escaping @Sendable (inout Attempt) -> Void = { _ in }) {
      self.pause = pause
      self.status = status
      self.change = change
    }

    var testDescription: String { "\(pause) ms: \(status.map(String.init) ?? "no response")" }
  }
}

extension Attempt {
  /// Sets `Retry-After`, in seconds.
  mutating func asks(_ seconds: Int) {
    retryAfter = .seconds(seconds)
    isToldToRetry = true
  }
}
