package import Contract
internal import Formats
package import HTTPMessage
internal import Support
internal import Synchronization

/// The server that is checked: sends one request, returns one response.
package protocol CheckedServer: Sendable { func send(_ request: Request) throws(NoAnswer) -> Response }

/// Why a request got no response, in one line.
package struct NoAnswer: Error, Sendable, Equatable {
  /// The reason.
  package let description: String

  /// Wraps a reason.
  package init(_ description: String) { self.description = description }
}

/// The clock and the sleep of a check; tests replace both.
package struct CheckPace: Sendable {
  /// In seconds.
  let unixTime: @Sendable () -> Int
  let sleep: @Sendable (Duration) -> Void

  /// Makes a pace from a clock in Unix seconds and a function that sleeps.
  package init(unixTime: @escaping @Sendable () -> Int, sleep: @escaping @Sendable (Duration) -> Void) {
    self.unixTime = unixTime
    self.sleep = sleep
  }
}

/// A base URL as clients are given it, such as `https://api.dgrid.ai/v1`, or an origin alone.
package struct CheckedBase: Sendable, Equatable {
  /// The part before the absolute paths of fixtures: `https://api.dgrid.ai`.
  package let root: String
  /// The root without its path, where a mock has its images.
  package let origin: String
  /// Tells whether the server is on this machine.
  package let isLoopback: Bool

  /// Reads a base URL. Throws when it is no URL, has a query, or is a base URL of the other API.
  package init(_ text: String, of api: API) throws(CheckFailure) {
    let url: URLText
    do { url = try URLText(parsing: text) } catch {
      throw .usage("--base-url is '\(text)': \(error.message); write for example \(api.exampleBase)")
    }
    guard url.query == nil, !text.contains("#") else {
      throw .usage("--base-url is '\(text)'; write it without ? and #, for example \(api.exampleBase)")
    }
    var path = url.path
    while path.hasSuffix("/") { path.removeLast() }
    let found = API.allCases.first { path.hasSuffix($0.prefix) }
    guard found == nil || found == api else {
      throw .usage("--base-url is '\(text)', a base URL of the other API; write one of \(api.rawValue), for example \(api.exampleBase)")
    }
    if found == api { path.removeLast(api.prefix.count) }
    let host = url.host.contains(":") ? "[\(url.host)]" : url.host
    origin = "\(url.scheme)://\(host)\(url.port.map { ":\($0)" } ?? "")"
    root = "\(origin)\(path)"
    isLoopback =
      url.host == "localhost" || url.host == "::1" || (url.host.hasPrefix("127.") && url.host.allSatisfy { $0.isNumber || $0 == "." })
  }
}

extension API {
  /// What the paths of the API begin with. Venice's, which is looked for first, ends as DGrid's does.
  fileprivate var prefix: String { self == .venice ? "/api/v1" : "/v1" }
  fileprivate var exampleBase: String { "http://127.0.0.1:8080\(prefix)" }
}

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

/// How long an answer of 429 asks to wait.
struct ResponseWait {
  let duration: Duration

  /// The wait when the response names none, and the shortest wait.
  private static let standard = Duration.seconds(10)
  private static let least = Duration.seconds(1)

  /// - Parameter now: Unix time in seconds.
  init(_ response: Response, now: Int) {
    let asked = Self.milliseconds(response.headers["retry-after-ms"]) ?? Self.retryAfter(response.headers["retry-after"], now)
    let resets = ["x-ratelimit-reset-requests", "x-ratelimit-resets", "x-ratelimit-reset"].lazy.compactMap { response.headers[$0] }
    duration = max(asked ?? resets.compactMap { Self.reset($0, now) }.first ?? Self.standard, Self.least)
  }

  private static func milliseconds(_ text: String?) -> Duration? { text.flatMap(Double.init).flatMap { duration($0 / 1_000) } }

  /// Seconds, or a date.
  private static func retryAfter(_ text: String?, _ now: Int) -> Duration? {
    guard let text else { return nil }
    return Double(text).flatMap(duration) ?? HTTPDate.unixTime(text).map { .seconds($0 - now) }
  }

  /// A Unix time in milliseconds (Venice) or seconds, seconds from now, or OpenAI's `1m30s`.
  private static func reset(_ text: String, _ now: Int) -> Duration? {
    guard let number = Double(text) else { return spelled(text) }
    if number > 100_000_000_000 { return duration(number / 1_000 - Double(now)) }
    return duration(number > 1_000_000_000 ? number - Double(now) : number)
  }

  private static func spelled(_ text: String) -> Duration? {
    let units = ["h": 3_600.0, "m": 60, "s": 1, "ms": 0.001]
    var seconds = 0.0
    var rest = Substring(text)
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      let unit = rest.dropFirst(digits.count).prefix { $0.isLetter }
      guard let number = Double(digits), let factor = units[String(unit)] else { return nil }
      seconds += number * factor
      rest = rest.dropFirst(digits.count + unit.count)
    }
    return text.isEmpty ? nil : duration(seconds)
  }

  /// nil: it is no time to wait.
  private static func duration(_ seconds: Double) -> Duration? { seconds.isFinite && abs(seconds) < 1e9 ? .seconds(seconds) : nil }
}
