/// What to do with a request once its headers are in.
package enum Admission: Sendable {
  /// Take the body in.
  case collect(Intake)
  /// Decided from the headers alone: the body is read off the wire first, then this is delivered. Clients that are still sending when the
  /// response comes (Node's fetch) report a broken pipe instead of it.
  case refuse(DeliveryPlan)

  /// Takes the body in as fast as it comes, up to so many bytes.
  package static func collect(upTo limit: Int) -> Admission { .collect(Intake(limit: limit)) }
}

/// How the body of a request is taken in, and what responds then.
package struct Intake: Sendable {
  /// Most bytes that are kept. A longer body is read off the wire, dropped, and handed on as `RequestBody.tooLarge`.
  package var limit: Int
  /// Most bytes of the body that are read in a second; nil: as fast as they come.
  package var bytesPerSecond: Int?
  /// Where the connection is ended while the request is being read.
  package var cut: Cut?
  /// Responds to the whole request instead of the handler's `respond(to:)`.
  package var respond: (@Sendable (consuming Request) -> Work<DeliveryPlan>)?
  /// Responds to a request whose body stopped before it was whole; nil: the server responds in plain text.
  package var respondToStall: (@Sendable (StalledBody) -> DeliveryPlan)?
  /// Called instead of any response when the request ends before it is whole.
  package var abandoned: (@Sendable (Abandonment) -> Void)?

  /// Makes an intake that reads the body as fast as it comes unless told otherwise.
  package init(
    limit: Int, bytesPerSecond: Int? = nil, cut: Cut? = nil, respond: (@Sendable (consuming Request) -> Work<DeliveryPlan>)? = nil
  ) {
    self.limit = limit
    self.bytesPerSecond = bytesPerSecond
    self.cut = cut
    self.respond = respond
  }

  /// A body that stopped before it was whole, while its client stays.
  package struct StalledBody: Sendable, Equatable, CustomStringConvertible {
    /// Bytes that had arrived.
    package let received: Int
    /// The `Content-Length`; nil: the body is chunked.
    package let announced: Int?

    /// Makes a stalled body.
    package init(received: Int, announced: Int?) {
      self.received = received
      self.announced = announced
    }

    /// `the body stopped after 5 of the 20 bytes of its Content-Length`.
    package var description: String {
      announced.map { "the body stopped after \(received) of the \($0) bytes of its Content-Length" }
        ?? "the body stopped after \(received) bytes, before its last chunk"
    }
  }

  /// A request that ended before it was whole.
  package struct Abandonment: Sendable, Equatable {
    /// Bytes of the body that had arrived.
    package let received: Int
    /// Whether it ended by the intake's cut; else the client went, or the server stopped.
    package let isCut: Bool

    /// Makes an abandonment.
    package init(received: Int, isCut: Bool) {
      self.received = received
      self.isCut = isCut
    }
  }

  /// The end of a connection in the middle of a request.
  package struct Cut: Sendable, Equatable {
    /// Bytes of the body that are read before; 0: the connection ends when the headers are in. A shorter body gets its response.
    package var after: Int
    /// Tells whether it ends with a TCP reset rather than in order.
    package var resets: Bool

    /// Makes a cut.
    package init(after: Int, resets: Bool) {
      self.after = after
      self.resets = resets
    }
  }
}

/// The program behind the server. Its methods are called on several threads at once and must not block.
package protocol RequestHandler: Sendable {
  /// Decides by the headers whether the body is taken in.
  func admit(_ head: RequestHead) -> Admission
  /// Responds to a whole request whose ``Intake`` has no function for that.
  func respond(to request: consuming Request) -> Work<DeliveryPlan>
}

/// A value, or the work that is left to get it: one type from the job that edits an image up to the server.
///
///     switch handler.respond(to: request) {
///     case .ready(let plan): deliver(plan)
///     case .deferred(let make): workers.submit { deliver(make()) }
///     case .background(let make): background.submit { deliver(make()) }
///     }
package enum Work<Value: Sendable>: Sendable {
  /// Cheap, and made already: the caller's thread goes on with it.
  case ready(Value)
  /// Decodes, renders or waits: for a worker of the pool, while the connection is suspended.
  case deferred(@Sendable () -> Value)
  /// Takes long and may wait: for a thread of its own, one at a time, so that it holds up no worker.
  case background(@Sendable () -> Value)

  /// Returns the work that goes on with the value, on the thread that makes it.
  package func map<Next>(_ transform: @escaping @Sendable (Value) -> Next) -> Work<Next> {
    switch self {
    case .ready(let value): .ready(transform(value))
    case .deferred(let make): .deferred { transform(make()) }
    case .background(let make): .background { transform(make()) }
    }
  }

  /// Returns the value, and does the work that is left for it on this thread.
  package func finished() -> Value {
    switch self {
    case .ready(let value): value
    case .deferred(let make), .background(let make): make()
    }
  }
}
