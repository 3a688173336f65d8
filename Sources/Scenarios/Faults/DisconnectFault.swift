struct DisconnectFault: RequestFault {
  static let name = "disconnect"
  static let summary = "Ends the connection while the request is still being sent."
  static let parameters = [
    FaultParameter(
      "after", .bytes, standard: "0B", "how much of the request's body is read before; 0B: it ends as soon as the headers are in"),
    FaultParameter("reset", .flag, standard: "false", "whether it ends with a TCP reset instead of in order"),
  ]
  static let group = FaultGroup.ending

  let after: Int
  let resets: Bool

  init(_ values: FaultValues) {
    after = values.bytes("after")
    resets = values.flag("reset")
  }

  func apply(to intake: inout IntakeDraft) {
    intake.cutAfter = after
    intake.resets = resets
  }
}
