package import Formats
internal import Support

/// Reads the scenario files of a folder.
package enum ScenarioFolder {
  /// The largest file that a scenario may name, in bytes: more than any client takes.
  private static let largestAttachment = 33_554_432

  /// Reads `*.yaml` and `*.yml`, in order of their names.
  ///
  /// - Throws: everything that is wrong in any of them.
  package static func read(_ folder: String, vocabulary: ScenarioVocabulary = .standard) throws(DocumentProblems) -> [Scenario] {
    var scenarios: [Scenario] = []
    var problems: [DocumentProblem] = []
    var files: [String: String] = [:]
    for file in try scenarioFiles(folder) {
      switch scenario("\(folder)/\(file)", folder, vocabulary) {
      case .failure(let found): problems += found.all
      case .success(let scenario):
        if let other = files.updateValue(file, forKey: scenario.name) {
          problems.append(.ofFile("\(folder)/\(file)", "`\(scenario.name)` is the name of \(other), too; give one of them another name"))
        }
        scenarios.append(scenario)
      }
    }
    guard problems.isEmpty else { throw DocumentProblems(problems) }
    return scenarios
  }

  /// Reads one file, or all of a folder.
  ///
  /// - Throws: everything that is wrong in any of them.
  package static func read(fileOrFolder path: String) throws(DocumentProblems) -> [Scenario] {
    if folderExists(path) { return try read(path) }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return [try scenario(path, path.contains("/") ? folder : ".", .standard).get()]
  }

  private static func scenarioFiles(_ folder: String) throws(DocumentProblems) -> [String] {
    do {
      return try folderEntries(folder).filter { name in ScenarioFile.extensions.contains { name.hasSuffix($0) } }
    } catch {
      throw DocumentProblems([.ofFile(folder, "\(error); write the folder that the scenarios are in")])
    }
  }

  private static func scenario(_ path: String, _ folder: String, _ vocabulary: ScenarioVocabulary) -> Result<Scenario, DocumentProblems> {
    do {
      let bytes = try readFile(path, limit: YAMLText.largestFile)
      return ScenarioFile.read(bytes, name: path, vocabulary: vocabulary) { name throws(TextSyntaxError) in
        do { return try readFile(name.hasPrefix("/") ? name : "\(folder)/\(name)", limit: largestAttachment) } catch {
          throw TextSyntaxError("\(error); write the path of a file, from the scenario's folder")
        }
      }
    } catch { return .failure(DocumentProblems([.ofFile(path, "\(error)")])) }
  }
}

extension DocumentProblem {
  /// Makes a problem that is about a file as a whole.
  fileprivate static func ofFile(_ path: String, _ message: String) -> DocumentProblem {
    DocumentProblem(file: path, position: TextPosition(line: 1, column: 1), message: message, line: "")
  }
}
