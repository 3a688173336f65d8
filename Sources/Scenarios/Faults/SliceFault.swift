internal import HTTPMessage

struct SliceFault: Fault {
  static let name = "slice"
  static let summary = "Sends the body in small pieces."
  static let parameters = [
    FaultParameter("size", .bytes, standard: "100B", "bytes of a piece, at least 1; the last may have fewer"),
    FaultParameter("every", .duration, standard: "10ms", "from the start of one piece to the start of the next"),
  ]
  static let group = FaultGroup.pacing

  let values: FaultValues

  static func objection(to values: FaultValues) -> FaultObjection? {
    values.bytes("size") < 1 ? FaultObjection("size", "must be at least 1B: pieces of nothing never end") : nil
  }

  func apply(to draft: inout ResponseDraft) {
    draft.pace = WirePace(slice: values.bytes("size"), interval: values.duration("every"))
  }
}
