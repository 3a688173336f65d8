struct StallFault: Fault {
  static let name = "stall"
  static let summary = "Pauses in the middle of the body, then goes on."
  static let parameters = [
    FaultParameter("after", .extent, standard: "50%", "how much of the body is sent before the pause"),
    FaultParameter("for", .duration, standard: "5s", "how long nothing is sent"),
  ]
  static let group = FaultGroup.free

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) { draft.stalls.append((values.extent("after"), values.duration("for"))) }
}
