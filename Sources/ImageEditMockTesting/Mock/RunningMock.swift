internal import AdminAPI
internal import HTTPServer
internal import MockService

/// A mock and the server that it listens by.
struct RunningMock: Sendable {
  let mock: ImageEditMock
  private let server: HTTPServer

  /// Reads the configuration and listens.
  static func start(_ configuration: ImageEditMock.Configuration) async throws(ImageEditMockError) -> RunningMock {
    try await aside { () throws(ImageEditMockError) in try RunningMock(configuration) }
  }

  private init(_ configuration: ImageEditMock.Configuration) throws(ImageEditMockError) {
    let service = MockService(try configuration.read())
    let site = AdminSite(AdminContext(service, version: MockService.version), gate: OriginGuard(host: Self.host))
    do throws(HTTPServerError) {
      server = try HTTPServer(configuration: Self.server, handler: site) { _ in }
    } catch {
      throw ImageEditMockError("\(error)")
    }
    mock = ImageEditMock(service, url: "http://\(Self.host):\(server.port)")
  }

  /// Returns when nothing listens any more.
  func stop() async { await aside { server.stop() } }

  private static let host = "127.0.0.1"

  /// Few threads: a suite has hundreds of mocks at once, and each has one test's client.
  private static var server: HTTPServerConfiguration {
    var configuration = HTTPServerConfiguration(serverName: "image-edit-mock/\(MockService.version)")
    configuration.host = host
    configuration.port = 0
    configuration.threads = 1
    configuration.workers = 2
    // The process's limit of descriptors is raised for as many: 1,024 would do for some two hundred mocks.
    configuration.connectionLimit = 4_000
    // The test is over: who is still sending has nobody to send to.
    configuration.uploadGrace = .zero
    // The rules refuse long headers first, in the API's own shape.
    configuration.headerLimit = configuration.connectionMemory
    return configuration
  }
}
