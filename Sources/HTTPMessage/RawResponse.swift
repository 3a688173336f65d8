/// An answer that goes over the wire otherwise than HTTP has it, action by action. The connection is over after the last one.
package struct RawResponse: Sendable, Equatable {
  package var framing: Framing
  /// Header lines after all others, sent as they are: also names that are the server's own, also a second time.
  package var extraFields: [HeaderField]
  package var actions: [WireAction]
  package var ending: Ending

  package init(framing: Framing, extraFields: [HeaderField] = [], actions: [WireAction], ending: Ending = .close) {
    self.framing = framing
    self.extraFields = extraFields
    self.actions = actions
    self.ending = ending
  }

  /// What the head says of the body's length.
  package enum Framing: Sendable, Equatable {
    /// `Content-Length`, true or not.
    case length(Int)
    /// `Transfer-Encoding: chunked`: every slice of the body goes as a chunk. The last chunk is not sent unless an action does.
    case chunked
    /// Neither: the body ends with the connection.
    case untilClose
  }

  package enum Ending: Sendable, Equatable {
    /// In order: what was sent arrives, then the end.
    case close
    /// A TCP reset: what was sent last may be lost.
    case reset
    /// Nothing more is sent, and the connection stays open until the client closes it or the server stops.
    case hold
  }
}

/// One thing that is done on the wire.
package enum WireAction: Sendable, Equatable {
  /// The status line and the headers.
  case head
  /// A range of the response's body, at a pace; nothing in answer to HEAD.
  case body(Range<Int>, WirePace?)
  /// Bytes as they are.
  case bytes([UInt8])
  case wait(Duration)
}

/// Slices of a body with time between them.
package struct WirePace: Sendable, Equatable {
  /// Bytes of a slice; the last one may have fewer.
  package var slice: Int
  /// From the start of one slice to the start of the next.
  package var interval: Duration

  package init(slice: Int, interval: Duration) {
    self.slice = slice
    self.interval = interval
  }
}
