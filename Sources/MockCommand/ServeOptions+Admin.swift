internal import AdminAPI
internal import Formats
internal import HTTPServer
internal import Journal
internal import Scenarios

/// What `/_mock` is told: where it is, who may ask, and how much the journal keeps.
extension ServeOptions {
  /// The server of `/_mock`, when it has a port of its own.
  var adminServerConfiguration: HTTPServerConfiguration? {
    get throws {
      guard let adminPort else { return nil }
      guard !hasNoAdmin else { throw CommandFailure.usage("--no-admin takes /_mock away, and --admin-port moves it; write one of them") }
      guard let port = Int(adminPort), 0...65_535 ~= port else {
        throw CommandFailure.usage("--admin-port is '\(adminPort)'; write a number from 0 (any free port) to 65535")
      }
      var configuration = try serverConfiguration
      configuration.port = port
      configuration.threads = 1
      configuration.workers = 1
      configuration.connectionLimit = Self.adminConnectionLimit
      return configuration
    }
  }

  /// Whoever asks the mock is a test or a person: they are few.
  private static let adminConnectionLimit = 256

  var adminGate: OriginGuard {
    get throws {
      if let name = allowedHosts.first(where: { $0.isEmpty || $0.contains("/") || $0.contains(":") || $0.contains(where: \.isWhitespace) })
      {
        throw CommandFailure.usage("--allow-host is '\(name)'; write a host name alone, such as mock.internal")
      }
      return OriginGuard(host: host, allowed: allowedHosts)
    }
  }

  var journalLimits: JournalLimits {
    get throws {
      var limits = JournalLimits()
      do { limits.bytes = try ByteCountText.count(journalBytes) } catch { throw CommandFailure.usage("--journal-bytes: \(error)") }
      guard let requests = Int(journalRequests), 0...10_000_000 ~= requests else {
        throw CommandFailure.usage("--journal-requests is '\(journalRequests)'; write a number from 0 (no journal) to 10000000")
      }
      limits.requests = requests
      return limits
    }
  }
}
