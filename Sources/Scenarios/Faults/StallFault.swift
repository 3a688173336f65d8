struct StallFault: Fault {
  static let name = "stall"
  static let summary = "Stops in the body for a while, and goes on."
  static let parameters = [
    FaultParameter("after", .extent, standard: "50%", "how much of the body comes before"),
    FaultParameter("for", .duration, standard: "5s", "how long nothing moves"),
  ]
  static let group = FaultGroup.free

  let stall: ResponseDraft.Stall

  init(_ values: FaultValues) { stall = ResponseDraft.Stall(after: values.extent("after"), time: values.duration("for")) }

  func apply(to draft: inout ResponseDraft) { draft.stalls.append(stall) }
}
