struct WrongContentLengthFault: Fault {
  static let name = "wrong-content-length"
  static let summary = "Announces more or fewer bytes than it sends, and closes the connection."
  static let parameters = [
    FaultParameter(
      "by", .count(-1_048_576...1_048_576), standard: "100", "how many more bytes are announced than sent; below 0: fewer. Not 0")
  ]
  static let group = FaultGroup.ending

  let values: FaultValues

  static func objection(to values: FaultValues) -> FaultObjection? {
    values.count("by") == 0 ? FaultObjection("by", "must not be 0: that would be the true length") : nil
  }

  func apply(to draft: inout ResponseDraft) { draft.lengthError = values.count("by") }
}
