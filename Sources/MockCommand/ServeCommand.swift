internal import ArgumentParser
internal import EditContract
internal import HTTPServer
internal import MockService
internal import Synchronization
internal import SystemCalls

/// `image-edit-mock serve`: listens until SIGINT or SIGTERM.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve both APIs on one port (the default command).")

  @OptionGroup var options: ServeOptions

  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32 {
    let log = try RequestLog(options.log, output)
    let serverConfiguration = try options.serverConfiguration
    var configuration = try options.mockConfiguration(environment, output)
    let reloader = try options.reloader { output.standardError("image-edit-mock: \($0)\n") }
    configuration.changedScenarios = reloader?.changed
    configuration.explainsMisses = options.log == "all"
    try options.chooseScenarios(&configuration)
    returnLargeBuffersToSystem()
    var signals = TerminationSignals()
    let service = MockService(
      configuration, log: { output.standardError("image-edit-mock: \($0)\n") }, observe: log.observe)
    let server: HTTPServer
    do {
      server = try HTTPServer(configuration: serverConfiguration, handler: service) { output.standardError("image-edit-mock: \($0)\n") }
    } catch {
      throw CommandFailure(code: 69, message: "\(error)")
    }
    try announce(server, output)
    reloader?.follow(with: service.engine)
    let signal = signals.wait()
    signals.release()
    output.standardError("image-edit-mock: \(signal): finishing what has begun\n")
    server.stop()
    reloader?.end()
    return options.failsOnWarnings && log.count > 0 ? 3 : 0
  }

  /// The ready line for programs, the welcome for people.
  private func announce(_ server: HTTPServer, _ output: CommandOutput) throws {
    let ready = ReadyLine(host: server.host, port: server.port)
    if let path = options.readyFile {
      do {
        try writeFile(Array(ready.text.utf8), path)
      } catch {
        server.stop()
        throw CommandFailure.usage("--ready-file: \(error)")
      }
    }
    output.standardError(Welcome(url: ready.url, options: options).text)
    output.standardOutput(ready.text)
  }
}

/// Counts and prints what requests came to.
private final class RequestLog: Sendable {
  private enum Which: String, CaseIterable { case all, refused, none }

  private let which: Which
  private let output: CommandOutput
  private let remarkable = Atomic<Int>(0)

  init(_ name: String, _ output: CommandOutput) throws {
    guard let which = Which(rawValue: name) else {
      throw CommandFailure.usage("--log is '\(name)'; write \(Which.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    self.which = which
    self.output = output
  }

  /// Requests that were refused without a scenario's wish, or earned a warning.
  var count: Int { remarkable.load(ordering: .relaxed) }

  @Sendable func observe(_ record: RequestRecord) {
    let isRemarkable = (!record.violations.isEmpty && !record.isScripted) || !record.warnings.isEmpty
    if isRemarkable { remarkable.add(1, ordering: .relaxed) }
    if which == .all || (which == .refused && (isRemarkable || record.scenario != nil)) { output.standardError(record.text + "\n") }
  }
}
