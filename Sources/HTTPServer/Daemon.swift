internal import CHTTP
internal import CMicroHTTPD
internal import Support

/// Owns a running libmicrohttpd.
///
/// Unchecked because of the pointers: they never change, the library takes connections from any thread, and `stop` is called once.
@safe final class Daemon: @unchecked Sendable {
  private let pointer: OpaquePointer
  private let options: UnsafeMutablePointer<http_daemon_options>
  private let context: Unmanaged<ServerContext>
  /// The library keeps pointers to it.
  private let credentials: TLSCredentials?

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
    credentials = configuration.identity.map(TLSCredentials.init)
    unsafe options.pointee.certificate = credentials?.certificate
    unsafe options.pointee.key = credentials?.key
    guard let pointer = unsafe http_daemon_start(options) else {
      unsafe options.deallocate()
      unsafe self.context.release()
      throw .cannotStart("libmicrohttpd does not start; the log has its reason")
    }
    unsafe self.pointer = pointer
  }

  /// Gives a connection to the library, with its socket; `false` when the library closed it at once.
  func add(socket: Socket, peer: SocketAddress) -> Bool {
    unsafe peer.withBytes { unsafe http_daemon_add(pointer, socket.descriptor, $0.baseAddress, $0.count) }
  }

  /// Closes all connections and ends the library's threads. To be called once. No connection may be suspended: the library aborts the process then.
  func stop() {
    unsafe MHD_stop_daemon(pointer)
    unsafe options.deinitialize(count: 1)
    unsafe options.deallocate()
    unsafe context.release()
  }
}

/// Owns PEM texts as the library takes them: each ends with a zero, and is not moved.
@safe final class TLSCredentials {
  let certificate: UnsafePointer<CChar>
  let key: UnsafePointer<CChar>

  init(_ identity: TLSIdentity) {
    unsafe certificate = Self.text(identity.certificate)
    unsafe key = Self.text(identity.key)
  }

  deinit {
    unsafe certificate.deallocate()
    unsafe key.deallocate()
  }

  private static func text(_ bytes: [UInt8]) -> UnsafePointer<CChar> {
    let text = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count + 1)
    let end = unsafe text.initialize(fromContentsOf: bytes.map { CChar(bitPattern: $0) })
    unsafe text.initializeElement(at: end, to: 0)
    return unsafe UnsafePointer(text.baseAddress!)
  }
}

extension http_daemon_options {
  /// The library's callbacks: each one recovers the object it is about and calls one method.
  ///
  /// An `Exchange` is retained when its request line has come and released when the library is done with it; between the two, the
  /// library's request context is the pointer to it. In the same way its context of the connection is the pointer to an `OpenConnection`.
  static var callbacks: http_daemon_options {
    var options = unsafe http_daemon_options()
    unsafe options.target_arrived = { context, target, count in
      guard let context = unsafe context, let target = unsafe target else { return nil }
      let exchange = unsafe Exchange(
        context: Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue(),
        target: RequestTarget(UnsafeRawBufferPointer(start: target, count: count)))
      return unsafe Unmanaged.passRetained(exchange).toOpaque()
    }
    unsafe options.request_advanced = { _, connection, _, method, _, chunk, chunkSize, slot in
      guard let connection = unsafe connection, let slot = unsafe slot?.pointee, let chunkSize = unsafe chunkSize else { return .NO }
      let exchange = unsafe Unmanaged<Exchange>.fromOpaque(slot).takeUnretainedValue()
      let bytes = unsafe UnsafeRawBufferPointer(start: chunk, count: chunkSize.pointee)
      switch unsafe exchange.advance(on: Connection(connection), method: method, chunk: bytes) {
      case .goesOn:
        unsafe chunkSize.pointee = 0
        return .YES
      case .leavesPiece: return .YES
      case .closes: return .NO
      }
    }
    unsafe options.request_completed = { _, connection, slot, code in
      guard let connection = unsafe connection, let exchange = unsafe slot?.pointee else { return }
      unsafe slot?.pointee = nil
      unsafe Unmanaged<Exchange>.fromOpaque(exchange).takeRetainedValue().complete(
        on: Connection(connection), isSent: code == .REQUEST_TERMINATED_COMPLETED_OK,
        isTimeout: code == .REQUEST_TERMINATED_TIMEOUT_REACHED)
    }
    unsafe options.connection_changed = { context, connection, slot, change in
      guard let context = unsafe context, let connection = unsafe connection, let slot = unsafe slot else { return }
      let server = unsafe Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue()
      switch change {
      case .CONNECTION_NOTIFY_STARTED:
        guard let opened = unsafe server.connections.opened(Connection(connection).socket) else { return }
        unsafe slot.pointee = Unmanaged.passRetained(opened).toOpaque()
      case .CONNECTION_NOTIFY_CLOSED:
        guard let opened = unsafe slot.pointee else { return }
        unsafe slot.pointee = nil
        unsafe server.closed(Unmanaged<OpenConnection>.fromOpaque(opened).takeRetainedValue())
      default: break
      }
    }
    unsafe options.log_line = { context, line in
      guard let context = unsafe context, let line = unsafe line.map({ unsafe String(cString: $0) }), !isExpected(line) else { return }
      unsafe Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue().log(words(for: line))
    }
    return unsafe options
  }
}

/// Tells whether the library complains of what it was told to do, as each time that a raw response or a cut closes a connection.
private func isExpected(_ line: String) -> Bool { line == "Application reported internal error, closing connection." }

/// Returns a message of the library's, in clearer words where users meet it.
private func words(for line: String) -> String {
  switch line {
  case "Error: received handshake message out of context.":
    "a TLS handshake failed: the client speaks plain HTTP (write https:// in its base URL), or does not trust the certificate"
  default: "libmicrohttpd: \(line)"
  }
}
