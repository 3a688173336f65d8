internal import HTTPClient
internal import MockService
internal import Recording
internal import Support

extension ServeOptions {
  /// The threads that wait for the real service: some 30 seconds for each edit.
  static let forwardingWorkers = 32

  /// Returns what responds in the mock's place: a recorder, a replay, or nil.
  ///
  /// - Parameter configuration: the rest of what the mock is started with.
  func responseOverride(
    _ configuration: MockConfiguration, _ environment: [String: String], log: @escaping @Sendable (String) -> Void
  ) throws -> (any ResponseOverride)? {
    guard record != nil || replay != nil || !upstream.isEmpty else { return nil }
    try checkRecording()
    if let record { return try recorder(into: record, configuration, environment, log) }
    return try replay.map { try player(of: $0, log) }
  }

  private func checkRecording() throws {
    if record != nil, replay != nil {
      throw CommandFailure.usage("--record asks the real service, and --replay answers without it; write one of them")
    }
    if record != nil, upstream.isEmpty {
      throw CommandFailure.usage("--record needs the service to ask; write for example --upstream https://api.venice.ai/api/v1")
    }
    if record == nil, !upstream.isEmpty {
      throw CommandFailure.usage("--upstream is for recording; write --record FOLDER with it, the folder that recordings go to")
    }
    let option = record == nil ? "--replay" : "--record"
    if scenario != nil {
      throw CommandFailure.usage("--scenario answers every request, so nothing is left for \(option); write one of them")
    }
    if record != nil, !apiKey.isEmpty {
      throw CommandFailure.usage("--record sends the client's own key to the service, which judges it; leave --api-key out")
    }
  }

  private func recorder(
    into path: String, _ configuration: MockConfiguration, _ environment: [String: String], _ log: @escaping @Sendable (String) -> Void
  ) throws -> UpstreamRecorder {
    let services: [Upstream]
    let table: UpstreamTable
    do {
      services = try upstream.map { try Upstream($0) }
      table = try UpstreamTable(services)
    } catch { throw CommandFailure.usage("--upstream: \(error)") }
    guard !services.contains(where: { $0.isServer(on: host, port: Int(port) ?? 0) }) else {
      throw CommandFailure.usage("--upstream is this mock itself; write the real service, or another --port")
    }
    let folder: RecordingFolder
    do { folder = try RecordingFolder(path) } catch { throw CommandFailure.usage("--record: \(error)") }
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
      guard !error.isUsage else {
        throw CommandFailure.usage("--replay: \(error.problems.joined()); write a folder that --record has written to")
      }
      throw CommandFailure(code: 65, message: "--replay: \(error.problems.joined(separator: "\n"))")
    }
  }
}
