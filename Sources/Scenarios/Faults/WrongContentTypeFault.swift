internal import HTTPMessage

struct WrongContentTypeFault: Fault {
  static let name = "wrong-content-type"
  static let summary = "Sends the same bytes with another Content-Type."
  static let parameters = [FaultParameter("type", .text, standard: "text/html; charset=utf-8", "the Content-Type that is sent")]
  static let group = FaultGroup.free

  let values: FaultValues

  static func objection(to values: FaultValues) -> FaultObjection? {
    if values.text("type").isSendableHeaderValue { return nil }
    return FaultObjection("type", "must be a text for a header line, without control characters")
  }

  func apply(to draft: inout ResponseDraft) { draft.contentType = values.text("type") }
}
