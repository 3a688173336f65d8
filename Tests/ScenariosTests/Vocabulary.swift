import Contract
import Scenarios

/// Names for tests, so that they do not hang on the faults that there happen to be.
let testVocabulary = ScenarioVocabulary(
  faults: [CutFault.self, DropFault.self, StampFault.self, BadPictureFault.self, SlowSendFault.self], errors: NamedErrors.all)

struct CutFault: Fault {
  static let name = "cut"
  static let summary = "Ends the body early."
  static let parameters = [
    FaultParameter("after", .amount, standard: "50%", "how much of the body is sent"),
    FaultParameter("linger", .duration, standard: "0ms", "how long the connection stays open"),
    FaultParameter("slices", .count(1...100), standard: "1", "how many pieces the body is sent in"),
    FaultParameter("how", .choice(["close", "reset"]), standard: "close", "how the connection ends"),
    FaultParameter("loud", .flag, standard: "false", "whether the log says so"),
    FaultParameter("window", .bytes, standard: "1KiB", "how much is sent at once"),
    FaultParameter("tail", .text, standard: "", "what is sent last"),
  ]
  static let group = FaultGroup.ending
  let values: FaultValues

  init(_ values: FaultValues) { self.values = values }

  func apply(to draft: inout ResponseDraft) {}
}

struct DropFault: Fault {
  static let name = "drop"
  static let summary = "Ends the connection."
  static let parameters: [FaultParameter] = []
  static let group = FaultGroup.ending

  init(_ values: FaultValues) {}

  func apply(to draft: inout ResponseDraft) {}
}

struct StampFault: Fault {
  static let name = "stamp"
  static let summary = "Puts a header in."
  static let parameters: [FaultParameter] = []
  static let group = FaultGroup.free

  init(_ values: FaultValues) {}

  func apply(to draft: inout ResponseDraft) {}
}

struct BadPictureFault: Fault {
  static let name = "bad-picture"
  static let summary = "Breaks the picture."
  static let parameters: [FaultParameter] = []
  static let group = FaultGroup.picture

  init(_ values: FaultValues) {}

  func apply(to draft: inout ResponseDraft) {}
}

struct SlowSendFault: RequestFault {
  static let name = "slow-send"
  static let summary = "Reads the request slowly."
  static let parameters: [FaultParameter] = []
  static let group = FaultGroup.free

  init(_ values: FaultValues) {}

  func apply(to intake: inout IntakeDraft) {}
}
