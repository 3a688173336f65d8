internal import AdminAPI
internal import HTTPServer
internal import MockService

/// The one port of the mock, or two when `/_mock` has its own.
struct MockServers {
  private let server: HTTPServer
  private let admin: HTTPServer?
  let ready: ReadyLine
  /// Where `/_mock` is; nil: nowhere.
  let adminURL: String?

  /// - Parameters:
  ///   - gate: of `/_mock`; nil: there is none.
  ///   - authority: the file of the certificate authority that was made for the run.
  init(
    _ service: MockService, server configuration: HTTPServerConfiguration, admin adminConfiguration: HTTPServerConfiguration?,
    gate: OriginGuard?, authority: String?,
    log: @escaping @Sendable (String) -> Void
  ) throws {
    let context = AdminContext(service, version: MockCommand.version)
    do {
      if let gate, adminConfiguration == nil {
        server = try HTTPServer(configuration: configuration, handler: AdminSite(context, gate: gate), log: log)
      } else {
        server = try HTTPServer(configuration: configuration, handler: service, log: log)
      }
    } catch {
      throw CommandFailure(code: 69, message: "\(error)")
    }
    let isSecure = configuration.identity != nil
    let url = ReadyLine.url(server.host, server.port, isSecure: isSecure)
    guard let gate, let adminConfiguration else {
      admin = nil
      adminURL = gate == nil ? nil : url
      ready = ReadyLine(url: url, port: server.port, admin: nil, authority: authority)
      return
    }
    do {
      let own = try HTTPServer(configuration: adminConfiguration, handler: AdminSite(context, gate: gate, servesAPIs: false), log: log)
      admin = own
      let adminURL = ReadyLine.url(own.host, own.port, isSecure: isSecure)
      self.adminURL = adminURL
      ready = ReadyLine(url: url, port: server.port, admin: adminURL, authority: authority)
      context.serveAPIs(at: url)
    } catch {
      server.stop()
      throw CommandFailure(code: 69, message: "--admin-port: \("\(error)".replacing("--port", with: "--admin-port"))")
    }
  }

  /// What has begun is finished; `/_mock` can be asked until then.
  func stop() {
    server.stop()
    admin?.stop()
  }
}
