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
  case .failure(let problems): problems.all.map { "\($0.place.line):\($0.place.column) \($0.message)" }
  }
}

/// The one step whose lines are given, without its `- `.
func step(_ lines: String, attachments: [String: [UInt8]] = [:]) throws -> ScenarioStep {
  try read("steps:\n  - \(lines.replacing("\n", with: "\n    "))", attachments: attachments).get().steps[0]
}
