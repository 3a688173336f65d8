package import HTTPMessage
internal import Support

/// The server that is checked: one request, one answer.
package protocol CheckedServer: Sendable {
  func send(_ request: Request) throws(NoAnswer) -> Response
}

/// Why a request got no answer, in one line.
package struct NoAnswer: Error, Sendable, Equatable {
  package let description: String

  package init(_ description: String) { self.description = description }
}

/// What a check knows of time: tests replace both.
package struct CheckPace: Sendable {
  /// In seconds.
  let unixTime: @Sendable () -> Int
  let sleep: @Sendable (Duration) -> Void

  package init(unixTime: @escaping @Sendable () -> Int, sleep: @escaping @Sendable (Duration) -> Void) {
    self.unixTime = unixTime
    self.sleep = sleep
  }
}
