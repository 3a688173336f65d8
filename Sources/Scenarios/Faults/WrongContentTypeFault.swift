internal import HTTPMessage

struct WrongContentTypeFault: Fault {
  static let name = "wrong-content-type"
  static let summary = "Sends the same bytes under another type."
  static let parameters = [FaultParameter("type", .text, standard: "text/html; charset=utf-8", "the Content-Type that is sent")]
  static let group = FaultGroup.free

  let type: String

  init(_ values: FaultValues) { type = values.text("type") }

  static func objection(to values: FaultValues) -> FaultObjection? {
    let type = values.text("type")
    if type.isSendableHeaderValue { return nil }
    return FaultObjection("type", "must be a text for a header line, without control characters")
  }

  func apply(to draft: inout ResponseDraft) { draft.contentType = type }
}
