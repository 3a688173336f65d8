/// Everything that is going to happen on the wire in response to one request.
///
/// Decided before the first byte is sent, and executed in one place: `DeliveryPlan(Response(status: 204), delay: .seconds(2))`.
package struct DeliveryPlan: Sendable {
  /// The status, the headers and the body.
  package var response: Response
  /// From the end of the request to the first byte of the response, the time to make it included.
  package var delay: Duration
  /// How the response goes over the wire; nil: whole, as HTTP has it, and the connection is kept.
  package var rawResponse: RawResponse?
  /// Is told how the delivery went.
  package var observer: (any DeliveryObserver)?

  /// Makes a plan; without further arguments the response goes out at once and whole.
  package init(_ response: Response, delay: Duration = .zero, rawResponse: RawResponse? = nil) {
    self.response = response
    self.delay = delay
    self.rawResponse = rawResponse
  }
}

extension DeliveryPlan: Equatable {
  /// Tells whether the same happens on the wire, whatever the observers.
  package static func == (left: DeliveryPlan, right: DeliveryPlan) -> Bool {
    left.response == right.response && left.delay == right.delay && left.rawResponse == right.rawResponse
  }
}

/// Learns how a response went over the wire.
///
/// Called on the server's threads, each method at most once and in this order; it must not block.
package protocol DeliveryObserver: AnyObject, Sendable {
  /// Notes that the first byte of the response goes to the system; the moment is by the server's clock, as for `RequestHead.arrival`.
  func deliveryBegan(at moment: Duration)
  /// Notes that the delivery has ended.
  func deliveryEnded(_ ending: DeliveryEnding, at moment: Duration)
}

/// How the delivery of a response ended.
package enum DeliveryEnding: Sendable, Equatable {
  /// Everything that the plan wants on the wire was given to the system.
  case done
  /// The client was gone before, or the connection broke.
  case clientGone
}

/// A response that goes over the wire otherwise than HTTP has it, action by action. The connection ends with the last one.
package struct RawResponse: Sendable, Equatable {
  /// What the head says about the body's length.
  package var framing: Framing
  /// Header lines after all others, sent as they are: also names that are the server's own, also a second time.
  package var extraFields: [HeaderField]
  /// What is done on the wire, in order.
  package var actions: [WireAction]
  /// How the connection ends after the last action.
  package var ending: Ending

  /// Makes a raw response that ends in order unless told otherwise.
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

  /// How the connection ends.
  package enum Ending: Sendable, Equatable {
    /// In order: the bytes that were sent arrive, then the end.
    case close
    /// A TCP reset: the last bytes may be lost.
    case reset
    /// Nothing more is sent, and the connection stays open until the client closes it or the server stops.
    case hold
  }
}

/// One thing that is done on the wire.
package enum WireAction: Sendable, Equatable {
  /// The status line and the headers.
  case head
  /// A range of the response's body, at a pace; nothing in response to HEAD.
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

  /// Makes a pace of slices of that size.
  package init(slice: Int, interval: Duration) {
    self.slice = slice
    self.interval = interval
  }
}

/// How fast the bytes of the bodies move.
package struct Pace: Sendable, Equatable {
  /// How fast the body of a response goes.
  package enum Download: Sendable, Equatable {
    case bytesPerSecond(Int)
    /// A number of pieces of the same size, evenly over a time.
    case chunks(Int, over: Duration)
  }

  /// The response's body.
  package var download: Download?
  /// The request's body, in bytes a second.
  package var upload: Int?

  /// Makes a pace; nil for a body that is not slowed.
  package init(download: Download? = nil, upload: Int? = nil) {
    self.download = download
    self.upload = upload
  }
}
