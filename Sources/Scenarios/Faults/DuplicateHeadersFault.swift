internal import HTTPMessage

struct DuplicateHeadersFault: Fault {
  static let name = "duplicate-headers"
  static let summary = "Sends a header line twice."
  static let parameters = [
    FaultParameter("name", .text, standard: "content-type", "which header, in any case"),
    FaultParameter("value", .text, standard: "", "the value of the second line; empty: the same value as the first"),
  ]
  static let group = FaultGroup.free

  let values: FaultValues

  static func objection(to values: FaultValues) -> FaultObjection? {
    let (name, value) = (values.text("name"), values.text("value"))
    if !name.isHeaderName { return FaultObjection("name", "must be the name of a header: letters, digits and hyphens, no space or colon") }
    if !value.isHeaderValue { return FaultObjection("value", "must be a text for a header line, without control characters") }
    // The server writes these after the plan is made.
    if value.isEmpty, name.isServerHeader, !name.equalsIgnoringASCIICase("Content-Length") {
      return FaultObjection("value", "must be given for \(name): the server's own is not known yet when the answer is made")
    }
    return nil
  }

  func apply(to draft: inout ResponseDraft) { draft.repeats.append(HeaderField(values.text("name"), values.text("value"))) }
}
