internal import HTTPMessage
internal import HTTPServer
package import MockService
internal import RequestMatching

/// A mock that listens: the APIs and `/_mock` on one port, or on a port each.
package struct MockServer: Sendable {
  /// Where the APIs are: `http://127.0.0.1:8080`.
  package let url: String
  /// The port of the APIs.
  package let port: Int
  /// Where `/_mock` is; nil: nowhere.
  package let adminURL: String?

  private let server: HTTPServer
  private let admin: HTTPServer?

  /// Why a server cannot listen.
  package struct StartError: Error, CustomStringConvertible {
    /// Whether it is the port of `/_mock` alone.
    package let isAdmin: Bool
    /// Says why it cannot listen, and what to do.
    package let description: String
  }

  /// Starts to listen; `log` gets one line for each trouble, on several threads at once.
  package init(_ service: MockService, _ settings: ServerSettings, log: @escaping @Sendable (String) -> Void) throws(StartError) {
    var settings = settings
    settings.server.calendar = service.configuration.clock
    RegularExpression.reportAbandonedSearches(to: log)
    let context = AdminContext(service, version: MockService.version)
    let originGuard = OriginGuard(host: settings.server.host, allowed: settings.allowedHosts)
    let isShared = if case .shared = settings.admin { true } else { false }
    server = try Self.listen(settings.server, isShared ? AdminSite(context, originGuard: originGuard) : service, log)
    port = server.port
    url = Self.url(of: server, isSecure: settings.server.identity != nil)
    guard case .own(let adminPort) = settings.admin else {
      admin = nil
      adminURL = isShared ? url : nil
      return
    }
    do throws(StartError) {
      let site = AdminSite(context, originGuard: originGuard, servesAPIs: false)
      let admin = try Self.listen(settings.adminServer(port: adminPort), site, log, isAdmin: true)
      self.admin = admin
      adminURL = Self.url(of: admin, isSecure: settings.server.identity != nil)
      context.serveAPIs(at: url)
    } catch {
      server.stop()
      throw error
    }
  }

  /// Stops to listen and returns when what has begun is finished; `/_mock` can be asked until then.
  package func stop() {
    server.stop()
    admin?.stop()
  }

  private static func listen(
    _ configuration: HTTPServerConfiguration, _ handler: any RequestHandler, _ log: @escaping @Sendable (String) -> Void,
    isAdmin: Bool = false
  ) throws(StartError) -> HTTPServer {
    do { return try HTTPServer(configuration: configuration, handler: handler, log: log) } catch {
      throw StartError(isAdmin: isAdmin, description: "\(error)")
    }
  }

  /// Returns `http://127.0.0.1:8080`.
  private static func url(of server: HTTPServer, isSecure: Bool) -> String {
    "\(isSecure ? "https" : "http")://\(RequestHead.Listener(host: server.host, port: server.port).authority)"
  }
}

extension ServerSettings {
  /// `/_mock` on its own port is asked by a test or a person: few connections.
  private static let adminConnectionLimit = 256

  fileprivate func adminServer(port: Int) -> HTTPServerConfiguration {
    var configuration = server
    configuration.port = port
    configuration.threads = 1
    configuration.workers = 1
    configuration.connectionLimit = Self.adminConnectionLimit
    return configuration
  }
}
