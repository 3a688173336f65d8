/// Everything that is to happen on the wire in answer to one request.
///
/// Decided before the first byte is sent, and executed in one place.
package struct DeliveryPlan: Sendable {
  package var response: Response
  /// From the end of the request to the first byte of the answer, making it included.
  package var delay: Duration
  /// How the answer goes over the wire; nil: whole, as HTTP has it, and the connection is kept.
  package var rawResponse: RawResponse?
  /// Who is told how it went.
  package var observer: (any DeliveryObserver)?

  package init(_ response: Response, delay: Duration = .zero, rawResponse: RawResponse? = nil) {
    self.response = response
    self.delay = delay
    self.rawResponse = rawResponse
  }
}

extension DeliveryPlan: Equatable {
  /// Whether the same happens on the wire, whoever is told of it.
  package static func == (left: DeliveryPlan, right: DeliveryPlan) -> Bool {
    left.response == right.response && left.delay == right.delay && left.rawResponse == right.rawResponse
  }
}
