/// What to do with a request once its headers are in.
package enum Admission: Sendable {
  /// Keep the body up to so many bytes. A longer one is read off the wire, dropped, and handed on as `RequestBody.tooLarge`.
  case collect(upTo: Int)
  /// Decided from the headers alone: the body is read off the wire first, then this is the answer.
  ///
  /// Clients that are still sending when the answer comes (Node's fetch) report a broken pipe instead of the answer.
  case refuse(DeliveryPlan)
}

/// How a whole request is answered.
package enum Answer: Sendable {
  /// Cheap: made on the library's thread.
  case now(DeliveryPlan)
  /// Decodes, renders, or takes time otherwise: run on the worker pool while the connection is suspended.
  case later(@Sendable () -> DeliveryPlan)
}

/// What the rest of the program is to the server. Its methods are called on several threads at once and must not block.
package protocol RequestHandler: Sendable {
  func admit(_ head: RequestHead) -> Admission
  func answer(_ request: consuming Request) -> Answer
}
