internal import HTTPMessage

struct MalformedChunkFault: Fault {
  static let name = "malformed-chunk"
  static let summary = "Sends the body in chunks, then a chunk size that is no number, and closes."
  static let parameters = [FaultParameter("after", .extent, standard: "50%", "how much of the body is sent in good chunks")]
  static let group = FaultGroup.ending

  let after: Extent

  init(_ values: FaultValues) { after = values.extent("after") }

  func apply(to draft: inout ResponseDraft) {
    draft.framing = .chunked
    draft.cut = .body(after)
    draft.tail = Array("not-a-size\r\n".utf8)
  }
}
