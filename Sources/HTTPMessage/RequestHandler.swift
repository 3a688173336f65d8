/// What to do with a request once its headers are in.
package enum Admission: Sendable {
  /// Take the body in.
  case collect(Intake)
  /// Decided from the headers alone: the body is read off the wire first, then this is the answer.
  ///
  /// Clients that are still sending when the answer comes (Node's fetch) report a broken pipe instead of the answer.
  case refuse(DeliveryPlan)

  /// Takes the body in as fast as it comes, up to so many bytes.
  package static func collect(upTo limit: Int) -> Admission { .collect(Intake(limit: limit)) }
}

/// How the body of a request is taken in, and who answers then.
package struct Intake: Sendable {
  /// Most bytes that are kept. A longer body is read off the wire, dropped, and handed on as `RequestBody.tooLarge`.
  package var limit: Int
  /// Most bytes of the body that are read in a second; nil: as fast as they come.
  package var bytesPerSecond: Int?
  /// Where the connection is ended while the request is being read.
  package var cut: Cut?
  /// Answers the whole request instead of the handler's `answer`.
  package var answer: (@Sendable (consuming Request) -> Work<DeliveryPlan>)?
  /// Called instead of any answer when the request ends before it is whole.
  package var abandoned: (@Sendable (Abandonment) -> Void)?

  package init(
    limit: Int, bytesPerSecond: Int? = nil, cut: Cut? = nil, answer: (@Sendable (consuming Request) -> Work<DeliveryPlan>)? = nil
  ) {
    self.limit = limit
    self.bytesPerSecond = bytesPerSecond
    self.cut = cut
    self.answer = answer
  }

  /// A request that ended before it was whole.
  package struct Abandonment: Sendable, Equatable {
    /// Bytes of the body that had come.
    package let received: Int
    /// Whether it ended as the intake's cut wanted; else the client went, or the server stopped.
    package let isCut: Bool

    package init(received: Int, isCut: Bool) {
      self.received = received
      self.isCut = isCut
    }
  }

  /// The end of a connection in the middle of a request.
  package struct Cut: Sendable, Equatable {
    /// Bytes of the body that are read before; 0: the connection ends when the headers are in. A shorter body is answered.
    package var after: Int
    /// Whether it ends with a TCP reset rather than in order.
    package var resets: Bool

    package init(after: Int, resets: Bool) {
      self.after = after
      self.resets = resets
    }
  }
}

/// What the rest of the program is to the server. Its methods are called on several threads at once and must not block.
package protocol RequestHandler: Sendable {
  func admit(_ head: RequestHead) -> Admission
  func respond(to request: consuming Request) -> Work<DeliveryPlan>
}
