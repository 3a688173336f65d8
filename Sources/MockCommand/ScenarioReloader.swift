internal import Dispatch
internal import Scenarios
internal import Support

/// Loads edited scenario files while the mock serves: all of them or none.
///
/// It checks at every request, so that the first request after an edit already sees it; and on a thread of its own, so that a mistake is
/// logged when the file is saved, not at the next request.
final class ScenarioReloader: Sendable {
  private let folder: String
  /// The scenario that `--scenario` names; it must stay.
  private let standard: String?
  private let watch: FolderWatch
  private let log: @Sendable (String) -> Void

  /// Starts to watch the folder.
  init(folder: String, standard: String?, log: @escaping @Sendable (String) -> Void) throws(SystemCallError) {
    self.folder = folder
    self.standard = standard
    self.log = log
    watch = try FolderWatch(folder)
  }

  /// Returns the scenarios again if a file has changed and all can be read.
  @Sendable func changed() -> ScenarioSet? {
    guard watch.hasChanged() else { return nil }
    do {
      let set = try ScenarioSet.load(folder: folder)
      if let standard, standard != ScenarioChoice.noScenario, !set.names.contains(standard) {
        log("the scenarios of before stay in force, since '\(standard)', which --scenario names, is gone from \(folder)")
        return nil
      }
      log("scenarios of \(folder) read anew")
      return set
    } catch {
      log("the scenarios of before stay in force, since something is wrong now:\n\(error)")
      return nil
    }
  }

  /// Refreshes the engine as soon as something changes, until `end`.
  func follow(with engine: ScenarioEngine) { DispatchQueue.global().async { [watch] in while watch.wait() { engine.refresh() } } }

  func end() { watch.end() }
}
