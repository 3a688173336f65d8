internal import Contract
package import Formats
internal import Support
internal import Synchronization

/// The scenarios that can be chosen: added ones before those of a folder before the shipped ones, where names are the same.
package final class ScenarioSet: Sendable {
  /// All names, sorted.
  package let names: [String]
  /// Given while the program runs.
  private let added: [String: Scenario]
  private let ofFolder: [String: Scenario]
  /// Shipped ones that were asked for: they are read on first use, so that starting costs nothing.
  private let read = Mutex<[String: Scenario]>([:])

  private static let shippedTexts = Dictionary(ScenarioTexts.all.map { ($0.name, Array($0.text.utf8)) }) { first, _ in first }

  private init(added: [String: Scenario] = [:], ofFolder: [String: Scenario] = [:]) {
    self.added = added
    self.ofFolder = ofFolder
    names = Set(added.keys).union(ofFolder.keys).union(Self.shippedTexts.keys).sorted()
  }

  /// The scenarios that the program carries.
  package static let shipped = ScenarioSet()

  /// Returns the shipped scenarios and those of a folder, if there is one. Throws everything that is wrong in its files.
  package static func load(folder: String?) throws(DocumentProblems) -> ScenarioSet {
    let ofFolder = try folder.map(ScenarioFolder.read(_:)) ?? []
    return ScenarioSet(ofFolder: Dictionary(ofFolder.map { ($0.name, $0) }) { first, _ in first })
  }

  /// Returns the set with these in place of those that were added before.
  func adding(_ scenarios: [String: Scenario]) -> ScenarioSet { ScenarioSet(added: scenarios, ofFolder: ofFolder) }

  /// Where a scenario comes from.
  package enum Origin: String, Sendable, CaseIterable { case added, folder, shipped }

  /// Tells where the scenario of that name comes from; nil when there is none.
  package func origin(of name: String) -> Origin? {
    added[name] != nil ? .added : ofFolder[name] != nil ? .folder : Self.shippedTexts[name] != nil ? .shipped : nil
  }

  /// Returns the scenario of that name; nil when there is none. Throws only for a broken shipped one, which the tests rule out.
  package func scenario(named name: String) throws(DocumentProblems) -> Scenario? {
    if let scenario = added[name] ?? ofFolder[name] { return scenario }
    guard let text = Self.shippedTexts[name] else { return nil }
    if let scenario = read.withLock({ $0[name] }) { return scenario }
    let scenario = try ScenarioFile.read(text, name: "scenarios/\(name).yaml", attachment: Self.fixtureImage).get()
    read.withLock { $0[name] = scenario }
    return scenario
  }

  /// Reads the attachment of a shipped scenario: the program carries no other files than fixture images.
  private static func fixtureImage(_ path: String) throws(TextSyntaxError) -> [UInt8] {
    let folder = "../fixtures/images/"
    if path.hasPrefix(folder), let bytes = FixtureImages.bytes(named: String(path.dropFirst(folder.count))) { return bytes }
    throw TextSyntaxError("the program carries no file '\(path.shown)'; a shipped scenario can have those of `\(folder)`")
  }

  /// Returns the names most like `name`, or most like it in their first characters (`rate-limted`), the most alike first.
  package func nearest(to name: String, count: Int = 3) -> [String] {
    let short = String(name.prefix(80))
    let ranked = names.map { known in
      (name: known, distance: min(String(known.prefix(short.count)).editDistance(to: short), known.editDistance(to: short)))
    }
    return ranked.sorted { ($0.distance, $0.name.count, $0.name) < ($1.distance, $1.name.count, $1.name) }.prefix(count).map(\.name)
  }
}

/// Reads the scenario files of a folder.
package enum ScenarioFolder {
  /// The largest file that a scenario may name, in bytes: more than any client takes.
  private static let largestAttachment = 33_554_432

  /// Reads `*.yaml` and `*.yml`, in order of their names. Throws everything that is wrong in any of them.
  package static func read(_ folder: String) throws(DocumentProblems) -> [Scenario] {
    var scenarios: [Scenario] = []
    var problems: [DocumentProblem] = []
    var files: [String: String] = [:]
    for file in try scenarioFiles(folder) {
      switch scenario("\(folder)/\(file)", folder) {
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

  /// Reads one file, or all of a folder. Throws everything that is wrong in any of them.
  package static func read(fileOrFolder path: String) throws(DocumentProblems) -> [Scenario] {
    if folderExists(path) { return try read(path) }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return [try scenario(path, path.contains("/") ? folder : ".").get()]
  }

  private static func scenarioFiles(_ folder: String) throws(DocumentProblems) -> [String] {
    do {
      return try folderEntries(folder).filter { name in ScenarioFile.extensions.contains { name.hasSuffix($0) } }
    } catch {
      throw DocumentProblems([.ofFile(folder, "\(error); write the folder that the scenarios are in")])
    }
  }

  private static func scenario(_ path: String, _ folder: String) -> Result<Scenario, DocumentProblems> {
    do {
      let bytes = try readFile(path, limit: YAMLText.largestFile)
      return ScenarioFile.read(bytes, name: path) { name throws(TextSyntaxError) in
        do { return try readFile(name.hasPrefix("/") ? name : "\(folder)/\(name)", limit: largestAttachment) } catch {
          throw TextSyntaxError("\(error); write the path of a file, from the scenario's folder")
        }
      }
    } catch { return .failure(DocumentProblems([.ofFile(path, "\(error)")])) }
  }
}

extension DocumentProblem {
  fileprivate static func ofFile(_ path: String, _ message: String) -> DocumentProblem {
    DocumentProblem(file: path, position: TextPosition(line: 1, column: 1), message: message, line: "")
  }
}
