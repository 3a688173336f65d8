internal import HTTPMessage

struct NeverAnswerFault: Fault {
  static let name = "never-answer"
  static let summary = "Sends nothing more, and holds the connection until the client gives up."
  static let parameters = [
    FaultParameter("after", .cutPoint, standard: "start", "where in the response: `start`, `head`, or how much of the body is sent first")
  ]
  static let group = FaultGroup.ending

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) {
    draft.cut = values.cutPoint("after")
    draft.ending = .hold
  }
}
