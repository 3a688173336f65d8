import TestClient
import Testing

/// An answer that is decided, and not all of it has come.
struct Pending {
  let client: RawClient
  let caller: Caller

  /// Nothing comes before the clock has moved on so far, and then something does.
  func comes(after time: Duration, at place: SourceLocation = #_sourceLocation) throws -> Answer {
    try isSilent(for: time, at: place)
    return try rest(at: place)
  }

  /// Nothing comes until the last millisecond of the time, which is then over.
  func isSilent(for time: Duration, at place: SourceLocation = #_sourceLocation) throws {
    try isSilent(at: place)
    caller.advance(by: time - .milliseconds(1))
    try isSilent(at: place)
    caller.advance(by: .milliseconds(1))
  }

  func isSilent(at place: SourceLocation = #_sourceLocation) throws {
    try caller.mock.settle()
    #expect(client.isQuiet, sourceLocation: place)
  }

  /// The head, and how long the body is to be.
  func bodyLength(at place: SourceLocation = #_sourceLocation) throws -> Int {
    let head = try client.readAnswer(toHead: true)
    return try #require(head["Content-Length"].flatMap(Int.init), sourceLocation: place)
  }

  func read(_ count: Int) throws { _ = try client.read(count) }

  func rest(at place: SourceLocation = #_sourceLocation) throws -> Answer {
    Answer(reception: try client.readRest(), caller: caller, place: place)
  }
}
