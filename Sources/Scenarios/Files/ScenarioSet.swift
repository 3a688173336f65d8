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
  private let shipped: [String: ShippedScenario]
  /// Shipped ones that were asked for: they are read on first use, so that starting costs nothing.
  private let read = Mutex<[String: Scenario]>([:])

  convenience init(ofFolder: [Scenario], shipped: [ShippedScenario]) {
    self.init(
      added: [:], ofFolder: Dictionary(ofFolder.map { ($0.name, $0) }) { first, _ in first },
      shipped: Dictionary(shipped.map { ($0.name, $0) }) { first, _ in first })
  }

  private init(added: [String: Scenario], ofFolder: [String: Scenario], shipped: [String: ShippedScenario]) {
    self.added = added
    self.ofFolder = ofFolder
    self.shipped = shipped
    names = Set(added.keys).union(ofFolder.keys).union(shipped.keys).sorted()
  }

  /// The scenarios that the program carries.
  package static let shipped = ScenarioSet(ofFolder: [], shipped: ShippedScenario.all)

  /// Returns the shipped scenarios and those of a folder, if there is one.
  ///
  /// - Throws: everything that is wrong in the folder's files.
  package static func load(folder: String?, vocabulary: ScenarioVocabulary = .standard) throws(DocumentProblems) -> ScenarioSet {
    let ofFolder = try folder.map { path throws(DocumentProblems) in try ScenarioFolder.read(path, vocabulary: vocabulary) } ?? []
    return ScenarioSet(ofFolder: ofFolder, shipped: ShippedScenario.all)
  }

  /// Returns the set with these in place of those that were added before.
  func adding(_ scenarios: [String: Scenario]) -> ScenarioSet { ScenarioSet(added: scenarios, ofFolder: ofFolder, shipped: shipped) }

  /// Where a scenario comes from.
  package enum Origin: String, Sendable, CaseIterable { case added, folder, shipped }

  /// Tells where the scenario of that name comes from; nil when there is none.
  package func origin(of name: String) -> Origin? {
    added[name] != nil ? .added : ofFolder[name] != nil ? .folder : shipped[name] != nil ? .shipped : nil
  }

  /// Returns the scenario of that name; nil when there is none.
  ///
  /// - Throws: what is wrong with a shipped one, which the tests rule out.
  package func scenario(named name: String) throws(DocumentProblems) -> Scenario? {
    if let scenario = added[name] ?? ofFolder[name] { return scenario }
    guard let file = shipped[name] else { return nil }
    if let scenario = read.withLock({ $0[name] }) { return scenario }
    let scenario = try file.read().get()
    read.withLock { $0[name] = scenario }
    return scenario
  }

  /// Returns the names most like `name`, the most alike first.
  ///
  /// Each is also compared by as many characters as `name` has: `rate-limted` is meant as the beginning of a longer name.
  package func nearest(to name: String, count: Int = 3) -> [String] {
    let short = String(name.prefix(80))
    let ranked = names.map { known in
      (name: known, distance: min(String(known.prefix(short.count)).editDistance(to: short), known.editDistance(to: short)))
    }
    return ranked.sorted { ($0.distance, $0.name.count, $0.name) < ($1.distance, $1.name.count, $1.name) }.prefix(count).map(\.name)
  }
}

/// A scenario that the program carries, not read yet.
struct ShippedScenario: Sendable {
  let name: String
  let bytes: [UInt8]

  static let all = ScenarioTexts.all.map { ShippedScenario(name: $0.name, bytes: Array($0.text.utf8)) }

  func read() -> Result<Scenario, DocumentProblems> {
    ScenarioFile.read(bytes, name: "scenarios/\(name).yaml", attachment: Self.attachment)
  }

  /// Returns a fixture image: the program carries no other files.
  private static func attachment(_ path: String) throws(TextSyntaxError) -> [UInt8] {
    let folder = "../fixtures/images/"
    if path.hasPrefix(folder), let bytes = FixtureImages.bytes(named: String(path.dropFirst(folder.count))) { return bytes }
    throw TextSyntaxError("the program carries no file '\(path.shown)'; a shipped scenario can have those of `\(folder)`")
  }
}
