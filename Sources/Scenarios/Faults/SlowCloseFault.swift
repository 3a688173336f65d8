struct SlowCloseFault: Fault {
  static let name = "slow-close"
  static let summary = "Sends the whole answer with its Content-Length, and keeps the connection open for a while before it closes."
  static let parameters = [FaultParameter("for", .duration, standard: "10s", "how long the connection stays open after the last byte")]
  static let group = FaultGroup.ending

  let time: Duration

  init(_ values: FaultValues) { time = values.duration("for") }

  func apply(to draft: inout ResponseDraft) { draft.linger = time }
}
