import Contract
import Formats
import Scenarios
import Support

/// Reads `x.yaml`: name and description stand in front of the text.
func read(_ text: String, attachments: [String: [UInt8]] = [:]) -> Result<Scenario, DocumentProblems> {
  readFile("name: x\ndescription: A test.\n" + text, attachments: attachments)
}

/// Reads a whole text as `x.yaml`.
func readFile(_ text: String, name: String = "scenarios/x.yaml", attachments: [String: [UInt8]] = [:]) -> Result<Scenario, DocumentProblems>
{
  ScenarioFile.read(Array(text.utf8), name: name, vocabulary: testVocabulary) { path throws(TextSyntaxError) in
    guard let bytes = attachments[path] else { throw TextSyntaxError("there is no file '\(path)'; write the path of one") }
    return bytes
  }
}

/// The tree of a text, whatever keys are repeated in it.
func parsed(_ bytes: [UInt8]) throws -> YAMLNode {
  var problems = ProblemList()
  return try YAMLText.parse(bytes, &problems)
}

/// `3:5 message` for each problem, in order.
func problems(_ result: Result<Scenario, DocumentProblems>) -> [String] {
  switch result {
  case .success: []
  case .failure(let problems): problems.all.map { "\($0.position.line):\($0.position.column) \($0.message)" }
  }
}

/// The one step whose lines are given, without its `- `.
func step(_ lines: String, attachments: [String: [UInt8]] = [:]) throws -> ScenarioStep {
  try read("steps:\n  - \(lines.replacing("\n", with: "\n    "))", attachments: attachments).get().steps[0]
}

/// Names for tests, so that they do not depend on the faults of the mock.
let testVocabulary = ScenarioVocabulary(
  faults: [CutFault.self, DropFault.self, StampFault.self, BadPictureFault.self, SlowSendFault.self], errors: NamedErrors.all)

struct CutFault: Fault {
  static let name = "cut"
  static let summary = "Ends the body early."
  static let parameters = [
    FaultParameter("after", .extent, standard: "50%", "how much of the body is sent"),
    FaultParameter("linger", .duration, standard: "0ms", "how long the connection stays open"),
    FaultParameter("slices", .count(1...100), standard: "1", "how many pieces the body is sent in"),
    FaultParameter("how", .choice(["close", "reset"]), standard: "close", "how the connection ends"),
    FaultParameter("loud", .flag, standard: "false", "whether the log says so"),
    FaultParameter("window", .bytes, standard: "1KiB", "how much is sent at once"),
    FaultParameter("tail", .text, standard: "", "what is sent last"),
  ]
  static let group = FaultGroup.ending
  let values: FaultValues

  func apply(to draft: inout ResponseDraft) {}
}

struct DropFault: Fault {
  static let name = "drop"
  static let summary = "Ends the connection."
  static let parameters: [FaultParameter] = []
  static let group = FaultGroup.ending

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) {}
}

struct StampFault: Fault {
  static let name = "stamp"
  static let summary = "Puts a header in."
  static let parameters: [FaultParameter] = []
  static let group = FaultGroup.free

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) {}
}

struct BadPictureFault: Fault {
  static let name = "bad-picture"
  static let summary = "Breaks the picture."
  static let parameters: [FaultParameter] = []
  static let group = FaultGroup.picture

  let values: FaultValues

  func apply(to draft: inout ResponseDraft) {}
}

struct SlowSendFault: RequestFault {
  static let name = "slow-send"
  static let summary = "Reads the request slowly."
  static let parameters: [FaultParameter] = []
  static let group = FaultGroup.free

  let values: FaultValues

  func apply(to intake: inout IntakeDraft) {}
}
