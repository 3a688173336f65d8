/// Everything that is to happen on the wire in answer to one request.
///
/// Decided before the first byte is sent, and executed in one place.
package struct DeliveryPlan: Sendable, Equatable {
  package var response: Response

  package init(_ response: Response) { self.response = response }
}
