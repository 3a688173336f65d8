internal import HTTPMessage

struct MalformedChunkFault: Fault {
  static let name = "malformed-chunk"
  static let summary = "Sends the body in chunks, then a chunk size that is not a number, and closes the connection."
  static let parameters = [FaultParameter("after", .extent, standard: "50%", "how much of the body is sent in valid chunks")]
  static let group = FaultGroup.ending

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) {
    draft.framing = .chunked
    draft.cut = .body(values.extent("after"))
    draft.tail = Array("not-a-size\r\n".utf8)
  }
}
