package import Contract
package import HTTPMessage

/// An answer while faults and pace are put into it; `plan` is what comes of it.
///
/// Nothing is worked out before `plan`: what a fault leaves here does not depend on what the others left.
package struct ResponseDraft: Sendable {
  package var response: Response
  package let api: API
  /// Whether it answers HEAD: the head is all of it then.
  package let isHEAD: Bool
  /// The step's random numbers; a fault takes a stream of its own name from them.
  package let draws: SeededRandom
  /// What the head says of the body's type; nil: the truth.
  package var contentType: String?
  /// Header lines that go out once more; without a value, with the one they have.
  package var repeats: [HeaderField] = []
  /// Header lines after all others, sent as they are.
  package var extraFields: [HeaderField] = []
  /// What the head says of the body's length; nil: a length.
  package var framing: RawResponse.Framing?
  /// How many bytes more than come the head announces.
  package var lengthError = 0
  /// Where the answer ends before its end.
  package var cut: CutPoint?
  /// Bytes that are sent at the cut, or after the body.
  package var tail: [UInt8] = []
  /// How long the connection stays open after the last byte.
  package var linger = Duration.zero
  package var ending = RawResponse.Ending.close
  /// Where in the body nothing moves for a while.
  package var stalls: [Stall] = []
  /// The step's pace.
  package var download: Pace.Download?
  /// A fault's pace, which goes before the step's.
  package var pace: WirePace?

  /// A time in which nothing moves.
  package struct Stall: Sendable, Equatable {
    package let after: Extent
    package let time: Duration

    package init(after: Extent, time: Duration) {
      self.after = after
      self.time = time
    }
  }

  package init(_ response: Response, api: API, isHEAD: Bool = false, draws: SeededRandom) {
    self.response = response
    self.api = api
    self.isHEAD = isHEAD
    self.draws = draws
  }
}
