struct GarbageFault: Fault {
  static let name = "garbage"
  static let summary = "Sends bytes that are not HTTP instead of the response, and closes the connection."
  static let parameters = [FaultParameter("bytes", .count(1...65_536), standard: "64", "how many")]
  static let group = FaultGroup.ending

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) {
    var draws = draft.draws.stream(for: Self.name)
    draft.cut = .start
    draft.tail = (0..<values.count("bytes")).map { _ in UInt8(truncatingIfNeeded: draws.next()) }
    // No status line begins so, nor the blank lines that clients skip before one.
    draft.tail[0] |= 0x80
  }
}
