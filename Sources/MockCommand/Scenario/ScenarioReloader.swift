internal import Dispatch
internal import Scenarios
internal import Support

/// Picks up edited scenario files while the mock serves: all of them or none.
///
/// Asked at every request, so that the first request after an edit already sees it; and on a thread of its own, so that a mistake is told
/// when the file is saved, not when somebody uses it.
final class ScenarioReloader: Sendable {
  private let folder: String
  /// The server's own scenario, which must stay.
  private let standard: String?
  private let watch: FolderWatch
  private let log: @Sendable (String) -> Void

  init(folder: String, standard: String?, log: @escaping @Sendable (String) -> Void) throws(SystemCallError) {
    self.folder = folder
    self.standard = standard
    self.log = log
    watch = try FolderWatch(folder)
  }

  /// The scenarios anew, if a file has changed and all are in order.
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

  /// Tells the engine as soon as something changes, until `end`.
  func follow(with engine: ScenarioEngine) {
    DispatchQueue.global().async { [watch] in
      while watch.wait() { engine.refresh() }
    }
  }

  func end() { watch.end() }
}
