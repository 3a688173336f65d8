/// Everything that is to happen on the wire in answer to one request.
///
/// Decided before the first byte is sent, and executed in one place.
package struct DeliveryPlan: Sendable, Equatable {
  package var response: Response
  /// From the end of the request to the first byte of the answer, making it included.
  package var delay: Duration
  /// How the answer goes over the wire; nil: whole, as HTTP has it, and the connection is kept.
  package var script: WireScript?

  package init(_ response: Response, delay: Duration = .zero, script: WireScript? = nil) {
    self.response = response
    self.delay = delay
    self.script = script
  }
}
