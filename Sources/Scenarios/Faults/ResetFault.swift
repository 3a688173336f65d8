internal import HTTPMessage

struct ResetFault: Fault {
  static let name = "reset"
  static let summary = "Resets the TCP connection."
  static let parameters = [
    FaultParameter("after", .cutPoint, standard: "start", "where in the response: `start`, `head`, or how much of the body is sent first")
  ]
  static let group = FaultGroup.ending

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) {
    draft.cut = values.cutPoint("after")
    draft.ending = .reset
  }
}
