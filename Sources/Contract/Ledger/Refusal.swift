package import HTTPMessage

/// An answer that refuses a request, with the rules it broke.
package struct Refusal: Sendable, Equatable {
  package var response: Response
  package var breaches: [Violation]

  package init(_ response: Response, _ breaches: [Violation]) {
    self.response = response
    self.breaches = breaches
  }
}

/// What a stage of the contract says of a request.
package enum Verdict<Accepted> {
  case accepted(Accepted)
  case refused(Refusal)
}

extension Verdict: Sendable where Accepted: Sendable {}
