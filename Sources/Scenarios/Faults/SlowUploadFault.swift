struct SlowUploadFault: RequestFault {
  static let name = "slow-upload"
  static let summary = "Reads the request's body slowly."
  static let parameters = [
    FaultParameter("bytes-per-second", .count(1...1_000_000_000), standard: "20000", "how many bytes of it are read in a second")
  ]
  static let group = FaultGroup.free

  let values: FaultValues

  func apply(to intake: inout IntakeDraft) { intake.bytesPerSecond = values.count("bytes-per-second") }
}
