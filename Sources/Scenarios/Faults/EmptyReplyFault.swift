struct EmptyReplyFault: Fault {
  static let name = "empty-reply"
  static let summary = "Closes the connection in order, without a byte."
  static let parameters: [FaultParameter] = []
  static let group = FaultGroup.ending

  init(_ values: FaultValues) {}

  func apply(to draft: inout ResponseDraft) { draft.cut = .start }
}
