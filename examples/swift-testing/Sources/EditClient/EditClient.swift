import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A small client for Venice's image edits: what the tests of this package test.
///
/// It retries what may succeed the next time, and waits as long as `Retry-After` asks.
public struct EditClient: Sendable {
  /// An edit failed, and another attempt would not help.
  public struct Failure: Error, CustomStringConvertible {
    /// The status; nil: there was no complete response.
    public let status: Int?
    public let description: String
    /// How long the response asks to wait.
    let pause: Duration?

    var mayPass: Bool { status.map { [408, 409, 429, 500, 502, 503, 504].contains($0) } ?? true }
  }

  private let url: URL
  private let key: String
  private let attempts: Int
  private let sleep: @Sendable (Duration) async throws -> Void

  private static let firstPause = Duration.milliseconds(50)

  /// Creates a client.
  ///
  /// - Parameter sleep: waits; a test moves the clock of the mock on instead.
  public init(
    baseURL: URL, key: String, attempts: Int = 4,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    url = baseURL.appendingPathComponent("image/edit")
    self.key = key
    self.attempts = attempts
    self.sleep = sleep
  }

  /// Edits an image and returns the picture.
  public func edit(_ prompt: String, _ image: Data, fields: [String: String] = [:]) async throws -> Data {
    let own = ["prompt": prompt, "image": image.base64EncodedString()]
    var request = URLRequest(url: url, timeoutInterval: 30)
    request.httpMethod = "POST"
    request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization")
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.httpBody = try JSONEncoder().encode(own.merging(fields) { own, _ in own })

    var (attempt, pause) = (1, Self.firstPause)
    while true {
      do {
        return try await send(request)
      } catch let failure as Failure {
        guard failure.mayPass, attempt < attempts else { throw failure }
        try await sleep(failure.pause ?? pause)
      }
      attempt += 1
      pause *= 2
    }
  }

  private func send(_ request: URLRequest) async throws -> Data {
    do {
      // Throws when it is less than Content-Length says.
      let (data, response) = try await URLSession.shared.data(for: request)
      guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
      if response.statusCode == 200 { return data }
      let text = String(decoding: data, as: UTF8.self)
      throw Failure(status: response.statusCode, description: "\(response.statusCode): \(text)", pause: response.pauseAskedFor)
    } catch let error as URLError where error.code != .cancelled {
      throw Failure(status: nil, description: "no answer: \(error.localizedDescription)", pause: nil)
    }
  }
}

extension HTTPURLResponse {
  /// `Retry-After`, else until Venice's quota begins anew, by the server's own clock: in Unix seconds by its page, in milliseconds on the
  /// wire.
  fileprivate var pauseAskedFor: Duration? {
    if let seconds = value(forHTTPHeaderField: "Retry-After").flatMap(Double.init) { return .seconds(seconds) }
    guard value(forHTTPHeaderField: "x-ratelimit-remaining-requests") == "0",
      let reset = value(forHTTPHeaderField: "x-ratelimit-reset-requests").flatMap(Double.init)
    else { return nil }
    return .seconds(max(0, ((reset > 1e11 ? reset / 1_000 : reset) - (serverTime ?? Date()).timeIntervalSince1970).rounded(.up)))
  }

  private var serverTime: Date? {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return value(forHTTPHeaderField: "Date").flatMap(format.date(from:))
  }
}
