internal import CHTTP
internal import CMicroHTTPD

/// The owner of a running libmicrohttpd.
///
/// Unchecked because of the pointers: they never change, the library takes connections from any thread, and `stop` is called once.
@safe final class Daemon: @unchecked Sendable {
  private let pointer: OpaquePointer
  private let options: UnsafeMutablePointer<http_daemon_options>
  private let context: Unmanaged<ServerContext>
  /// The library goes on pointing to it.
  private let identity: TLSCredentials?

  init(_ configuration: HTTPServerConfiguration, connectionLimit: Int, context: ServerContext) throws(HTTPServerError) {
    unsafe self.context = Unmanaged.passRetained(context)
    unsafe options = .allocate(capacity: 1)
    unsafe options.initialize(to: .callbacks)
    unsafe options.pointee.context = self.context.toOpaque()
    unsafe options.pointee.threads = UInt32(configuration.threads)
    // Connections are counted before they get here. The library gives each thread an equal share, and they need not spread equally.
    unsafe options.pointee.connection_limit = UInt32(
      (connectionLimit + HTTPServerConfiguration.surplusConnections(beside: connectionLimit) + 1) * configuration.threads)
    unsafe options.pointee.connection_memory = configuration.connectionMemory
    unsafe options.pointee.idle_timeout_seconds = UInt32(configuration.idleTimeout.components.seconds)
    identity = configuration.identity.map(TLSCredentials.init)
    unsafe options.pointee.certificate = identity?.certificate
    unsafe options.pointee.key = identity?.key
    guard let pointer = unsafe http_daemon_start(options) else {
      unsafe options.deallocate()
      unsafe self.context.release()
      throw .cannotStart("libmicrohttpd does not start; the log has its reason")
    }
    unsafe self.pointer = pointer
  }

  /// Hands a connection over, socket and all; `false` when the library closed it at once.
  func add(socket: Int32, peer: SocketAddress) -> Bool {
    unsafe peer.withPointer { unsafe MHD_add_connection(pointer, socket, $0, $1) } == .YES
  }

  /// Closes all connections and ends the library's threads. No connection may be suspended: the library aborts the process then.
  func stop() {
    unsafe MHD_stop_daemon(pointer)
    unsafe options.deinitialize(count: 1)
    unsafe options.deallocate()
    unsafe context.release()
  }
}
