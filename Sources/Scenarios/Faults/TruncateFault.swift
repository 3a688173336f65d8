struct TruncateFault: Fault {
  static let name = "truncate"
  static let summary = "Ends the body early, in order; the Content-Length is that of the whole body."
  static let parameters = [FaultParameter("after", .extent, standard: "50%", "how much of the body is sent")]
  static let group = FaultGroup.ending

  let after: Extent

  init(_ values: FaultValues) { after = values.extent("after") }

  func apply(to draft: inout ResponseDraft) { draft.cut = .body(after) }
}
