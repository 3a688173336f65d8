struct SlowCloseFault: Fault {
  static let name = "slow-close"
  static let summary = "Sends the whole response with its Content-Length, and keeps the connection open for a while before it closes."
  static let parameters = [FaultParameter("for", .duration, standard: "10s", "how long the connection stays open after the last byte")]
  static let group = FaultGroup.ending

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) { draft.linger = values.duration("for") }
}
