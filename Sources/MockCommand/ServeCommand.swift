internal import ArgumentParser
internal import Dispatch
internal import HTTPServer
internal import MockServer
internal import MockService
internal import RequestMatching
internal import Scenarios
internal import Support

/// `image-edit-mock serve`: serves both APIs until SIGINT or SIGTERM.
struct ServeCommand: Subcommand {
  static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve both APIs on one port (the default command).")

  @OptionGroup var options: ServeOptions

  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32 {
    // Before anything is written, the report's first state included.
    letWritesFail()
    let lines = LogQueue(LogOutput(write: output.standardError, isReady: output.isErrorReady))
    defer { lines.end() }
    let output = CommandOutput(standardOutput: output.standardOutput, standardError: lines.append)
    let log: @Sendable (String) -> Void = { output.standardError("image-edit-mock: \($0)\n") }
    let requestLog = try RequestLog(options.log, output)
    var settings = try options.settings(environment, output)
    let transport = try options.tls.transport(host: options.host)
    settings.server.identity = transport?.identity
    // Watched before they are read, so that no edit is missed.
    let reloader = try reloader(log)
    settings.service.changedScenarios = reloader?.changed
    var configuration = try settings.serviceConfiguration()
    configuration.responseOverride = try options.responseOverride(configuration, environment, log: log)
    let report = ReportFile(options: options)
    try report.begin()
    returnLargeBuffersToSystem()
    var signals = TerminationSignals()
    let service = MockService(configuration, log: log, observe: requestLog.observe)
    let server = try listen(service, settings, log)
    try announce(server, authority: transport?.authorityFile, output)
    reloader?.follow(with: service.engine)
    let signal = signals.wait()
    signals.release()
    log("\(signal): finishing what has begun")
    server.stop()
    reloader?.end()
    return report.end(service.journal, output)
  }

  private func reloader(_ log: @escaping @Sendable (String) -> Void) throws -> ScenarioReloader? {
    do {
      return try options.source.scenarios.map { try ScenarioReloader(folder: $0, standard: options.scenario, log: log) }
    } catch {
      throw CommandFailure.usage("--scenarios: \(error); write the folder that the scenario files are in")
    }
  }

  private func listen(_ service: MockService, _ settings: ServerSettings, _ log: @escaping @Sendable (String) -> Void) throws -> MockServer
  {
    do { return try MockServer(service, settings, log: log) } catch {
      let text = error.isAdmin ? "--admin-port: \(error.description.replacing("--port", with: "--admin-port"))" : error.description
      throw CommandFailure(code: 69, message: text)
    }
  }

  /// Prints the ready line for programs and the welcome for people.
  private func announce(_ server: MockServer, authority: String?, _ output: CommandOutput) throws {
    let ready = ReadyLine(server: server, authority: authority)
    if let path = options.readyFile {
      do {
        try writeFile(Array(ready.text.utf8), path)
      } catch {
        server.stop()
        throw CommandFailure.usage("--ready-file: \(error)")
      }
    }
    output.standardError(Welcome(server: server, authority: authority, options: options).text)
    output.standardOutput(ready.text)
  }
}

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
