internal import Contract
internal import HTTPServer
internal import MockService
internal import RequestMatching
internal import Support

/// A run of `serve`.
struct Serving {
  let options: ServeOptions

  /// Listens until SIGINT or SIGTERM.
  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32 {
    // Before anything is written, the report's first state included.
    letWritesFail()
    let lines = LogQueue(LogOutput(write: output.standardError, isReady: output.isErrorReady))
    defer { lines.end() }
    let output = CommandOutput(standardOutput: output.standardOutput, standardError: lines.append)
    RegularExpression.reportAbandonedSearches { output.standardError("image-edit-mock: \($0)\n") }
    let log = try RequestLog(options.log, output)
    var (serverConfiguration, adminConfiguration) = (try options.serverConfiguration, try options.adminServerConfiguration)
    let transport = try options.tls.transport(host: options.host)
    serverConfiguration.identity = transport?.identity
    adminConfiguration?.identity = transport?.identity
    let gate = try options.adminGate
    var configuration = try options.mockConfiguration(environment, output)
    let reloader = try options.reloader { output.standardError("image-edit-mock: \($0)\n") }
    configuration.changedScenarios = reloader?.changed
    try options.chooseScenarios(&configuration)
    configuration.standIn = try options.standIn(configuration, environment) { output.standardError("image-edit-mock: \($0)\n") }
    let report = ReportFile(options)
    try report.begin()
    returnLargeBuffersToSystem()
    var signals = TerminationSignals()
    let service = MockService(
      configuration, log: { output.standardError("image-edit-mock: \($0)\n") }, observe: log.observe)
    let servers = try MockServers(
      service, server: serverConfiguration, admin: adminConfiguration, gate: options.hasNoAdmin ? nil : gate,
      authority: transport?.authorityFile,
      log: { output.standardError("image-edit-mock: \($0)\n") })
    try announce(servers, output)
    reloader?.follow(with: service.engine)
    let signal = signals.wait()
    signals.release()
    output.standardError("image-edit-mock: \(signal): finishing what has begun\n")
    servers.stop()
    reloader?.end()
    return report.end(service.journal, output)
  }

  /// The ready line for programs, the welcome for people.
  private func announce(_ servers: MockServers, _ output: CommandOutput) throws {
    if let path = options.readyFile {
      do {
        try writeFile(Array(servers.ready.text.utf8), path)
      } catch {
        servers.stop()
        throw CommandFailure.usage("--ready-file: \(error)")
      }
    }
    output.standardError(Welcome(ready: servers.ready, admin: servers.adminURL, options: options).text)
    output.standardOutput(servers.ready.text)
  }
}
