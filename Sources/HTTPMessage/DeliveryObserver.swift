/// Learns how an answer went over the wire.
///
/// Told on the server's threads, each thing at most once and in this order; it must not block.
package protocol DeliveryObserver: AnyObject, Sendable {
  /// The first byte of the answer goes to the system.
  ///
  /// - Parameter moment: by the server's clock, as for `RequestHead.arrival`.
  func deliveryBegan(at moment: Duration)
  func deliveryEnded(_ ending: DeliveryEnding, at moment: Duration)
}

/// How the delivery of an answer ended.
package enum DeliveryEnding: Sendable, Equatable {
  /// All that the plan wants on the wire was given to the system.
  case done
  /// The client was gone before, or the connection broke.
  case clientGone
}
