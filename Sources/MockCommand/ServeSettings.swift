internal import Formats
internal import HTTPClient
internal import HTTPServer
internal import Journal
internal import MockServer
internal import MockService
internal import Recording
internal import Support

extension ServeOptions {
  /// Returns what the mock is started with; each mistake is one line that says what to write instead.
  ///
  /// An option of `serve` reaches the mock here. The folder for generated images is made.
  func settings(_ environment: [String: String], _ output: CommandOutput) throws -> ServerSettings {
    var settings = ServerSettings()
    settings.server.host = host
    settings.server.port = try Self.port(port, "--port")
    if record != nil { settings.server.workers = Self.forwardingWorkers }
    settings.admin = try admin
    settings.allowedHosts = try hosts
    settings.contract = try contract.choice
    settings.keys = apiKey
    settings.scenario = scenario
    settings.scenarioFolder = source.scenarios
    guard let seed = UInt64(seed) else { throw CommandFailure.usage("--seed is '\(seed)'; write a number from 0 to 18446744073709551615") }
    settings.service.seed = seed
    settings.service.urlMap = try urlMap.map(Self.mapping)
    settings.service.generatedFolder = try folder(environment, output)
    settings.service.journal = try journalLimits
    return settings
  }

  private static func port(_ text: String, _ option: String) throws -> Int {
    guard let port = Int(text), 0...65_535 ~= port else {
      throw CommandFailure.usage("\(option) is '\(text)'; write a number from 0 (any free port) to 65535")
    }
    return port
  }

  private var admin: ServerSettings.Admin {
    get throws {
      guard let adminPort else { return noAdmin ? .none : .shared }
      guard !noAdmin else { throw CommandFailure.usage("--no-admin takes /_mock away, and --admin-port moves it; write one of them") }
      return .own(port: try Self.port(adminPort, "--admin-port"))
    }
  }

  private var hosts: [String] {
    get throws {
      if let name = allowHost.first(where: { $0.isEmpty || $0.contains("/") || $0.contains(":") || $0.contains(where: \.isWhitespace) }) {
        throw CommandFailure.usage("--allow-host is '\(name)'; write a host name alone, such as mock.internal")
      }
      return allowHost
    }
  }

  private var journalLimits: JournalLimits {
    get throws {
      var limits = JournalLimits()
      limits.bytes = try naming("--journal-bytes") { try ByteCountText.count(journalBytes) }
      guard let requests = Int(journalRequests), 0...10_000_000 ~= requests else {
        throw CommandFailure.usage("--journal-requests is '\(journalRequests)'; write a number from 0 (no journal) to 10000000")
      }
      limits.requests = requests
      return limits
    }
  }

  private static func mapping(_ text: String) throws -> URLMapping {
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2, !halves[0].contains("/") else {
      throw CommandFailure.usage("--url-map is '\(text)'; write HOST=FOLDER, for example cdn.example.com=./pictures")
    }
    try reject(!fileExists(halves[1]), "--url-map: there is no folder \(halves[1])")
    return URLMapping(host: halves[0], folder: halves[1])
  }

  /// Makes the folder for generated images. A folder that was asked for must work; without the default one the images stay in memory.
  private func folder(_ environment: [String: String], _ output: CommandOutput) throws -> String? {
    guard generatedDir != "none" else { return nil }
    do {
      let folder = generatedDir ?? Self.defaultFolder(environment)
      try makeFolder(folder)
      return folder
    } catch {
      if generatedDir != nil { throw CommandFailure.usage("--generated-dir: \(error)") }
      output.standardError("image-edit-mock: images behind url answers are kept in memory only: \(error)\n")
      return nil
    }
  }

  /// The user's cache folder; without a home, one in /tmp that is the user's own.
  private static func defaultFolder(_ environment: [String: String]) -> String {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return "\(cache)/image-edit-mock/generated" }
    if let home = environment["HOME"], home.hasPrefix("/") { return "\(home)/.cache/image-edit-mock/generated" }
    return "/tmp/image-edit-mock-\(userID())/generated"
  }
}

extension ServeOptions {
  /// The threads that wait for the real service: some 30 seconds for each edit.
  static let forwardingWorkers = 32

  /// Returns what responds in the mock's place: a recorder, a replay, or nil. `configuration`: the rest of what the mock is started with.
  func responseOverride(
    _ configuration: MockConfiguration, _ environment: [String: String], log: @escaping @Sendable (String) -> Void
  ) throws -> (any ResponseOverride)? {
    guard record != nil || replay != nil || !upstream.isEmpty else { return nil }
    try checkRecording()
    if let record { return try recorder(into: record, configuration, environment, log) }
    return try replay.map { try player(of: $0, log) }
  }

  private func checkRecording() throws {
    let option = record == nil ? "--replay" : "--record"
    try reject(record != nil && replay != nil, "--record asks the real service, and --replay answers without it; write one of them")
    try reject(
      record != nil && upstream.isEmpty, "--record needs the service to ask; write for example --upstream https://api.venice.ai/api/v1")
    try reject(
      record == nil && !upstream.isEmpty, "--upstream is for recording; write --record FOLDER with it, the folder that recordings go to")
    try reject(scenario != nil, "--scenario answers every request, so nothing is left for \(option); write one of them")
    try reject(record != nil && !apiKey.isEmpty, "--record sends the client's own key to the service, which judges it; leave --api-key out")
  }

  private func recorder(
    into path: String, _ configuration: MockConfiguration, _ environment: [String: String], _ log: @escaping @Sendable (String) -> Void
  ) throws -> UpstreamRecorder {
    let services = try naming("--upstream") { try upstream.map { try Upstream($0) } }
    let table = try naming("--upstream") { try UpstreamTable(services) }
    let isItself = services.contains { $0.isServer(on: host, port: Int(port) ?? 0) }
    try reject(isItself, "--upstream is this mock itself; write the real service, or another --port")
    let folder = try naming("--record") { try RecordingFolder(path) }
    do { try HTTPClient.checkLibrary() } catch { throw CommandFailure(code: 69, message: "--record: \(error)") }
    let certificates = ["CURL_CA_BUNDLE", "SSL_CERT_FILE"].compactMap { environment[$0] }.first { !$0.isEmpty }
    let client = HTTPClient(timeout: .seconds(300), trustedCertificates: certificates)
    return UpstreamRecorder(table, into: folder, client: client, settings: configuration.settings, log: log)
  }

  private func player(of path: String, _ log: @escaping @Sendable (String) -> Void) throws -> Replay {
    do throws(ReplayError) {
      let player = try Replay(folder: path, log: log)
      log("\(player.count) recorded answers in \(path)")
      return player
    } catch {
      try reject(error.isUsage, "--replay: \(error.problems.joined()); write a folder that --record has written to")
      throw CommandFailure(code: 65, message: "--replay: \(error.problems.joined(separator: "\n"))")
    }
  }
}
