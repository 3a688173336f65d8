struct TruncateFault: Fault {
  static let name = "truncate"
  static let summary = "Ends the body early and closes the connection normally; the Content-Length is that of the whole body."
  static let parameters = [FaultParameter("after", .extent, standard: "50%", "how much of the body is sent")]
  static let group = FaultGroup.ending

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) { draft.cut = .body(values.extent("after")) }
}
