/// When what happened to a request, by the stopwatch of the service; nil: it did not.
package struct RequestTimes: Sendable, Equatable {
  /// Its headers were in.
  package var arrived: Duration
  /// All of it was there.
  package var received: Duration?
  /// The contract had judged it.
  package var validated: Duration?
  /// The answer was made, the picture drawn.
  package var rendered: Duration?

  /// It ended before it was whole.
  package var ended: Duration?

  package init(arrived: Duration) { self.arrived = arrived }
}
