struct DisconnectFault: RequestFault {
  static let name = "disconnect"
  static let summary = "Ends the connection while the request is still being sent."
  static let parameters = [
    FaultParameter(
      "after", .bytes, standard: "0B",
      "how much of the request's body is read before that; 0B: the connection ends as soon as the headers are in"),
    FaultParameter("reset", .flag, standard: "false", "whether the connection ends with a TCP reset instead of a normal close"),
  ]
  static let group = FaultGroup.ending

  let values: FaultValues

  func apply(to intake: inout IntakeDraft) {
    intake.cutAfter = values.bytes("after")
    intake.resets = values.flag("reset")
  }
}
