internal import HTTPMessage

struct ResetFault: Fault {
  static let name = "reset"
  static let summary = "Resets the TCP connection."
  static let parameters = [
    FaultParameter("after", .cutPoint, standard: "start", "where in the answer: `start`, `head`, or how much of the body is sent first")
  ]
  static let group = FaultGroup.ending

  let after: CutPoint

  init(_ values: FaultValues) { after = values.cutPoint("after") }

  func apply(to draft: inout ResponseDraft) {
    draft.cut = after
    draft.ending = .reset
  }
}
