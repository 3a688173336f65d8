struct EmptyReplyFault: Fault {
  static let name = "empty-reply"
  static let summary = "Closes the connection normally, without sending a byte."
  static let parameters: [FaultParameter] = []
  static let group = FaultGroup.ending

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) { draft.cut = .start }
}
