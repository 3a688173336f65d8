internal import HTTPMessage

extension AmbiguityProbe {
  /// Whether one of its fixtures expects one of these statuses.
  func expects(_ statuses: some Sequence<Int>) -> Bool { fixtures.contains { statuses.contains($0.answer.status) } }

  /// Why its request is not sent; nil: it is.
  func reasonNotToSend(_ plan: CheckPlan, isMock: Bool) -> String? {
    if fixtures[0].requestHead.headers["host"] != nil { return "it is for another host name" }
    if !isMock, fixtures[0].namesImageOfMock { return "its image is on the mock" }
    if !isMock, fixtures[0].isOfWallet { return "it needs a wallet's signature" }
    if plan.allowsPaid { return nil }
    if fixtures.contains(where: \.isPaid) { return "paid" }
    // One fault that is beyond doubt is enough: the request stays the same under every value of the decision.
    if !isMock, fixtures[0].asksForEdit, !fixtures.contains(where: \.isSurelyRefused) {
      return "perhaps paid: its refusal is assumed, or hangs on a decision or a day"
    }
    return nil
  }
}
