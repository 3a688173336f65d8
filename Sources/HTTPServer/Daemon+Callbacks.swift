internal import CHTTP
internal import CMicroHTTPD
internal import Glibc

extension http_daemon_options {
  /// The library's callbacks: each one recovers the object it is about and calls one method.
  ///
  /// An `Exchange` is retained when its request line has come and released when the library is done with it; between the two, the
  /// library's request context is the pointer to it. In the same way its context of the connection is the pointer to an `OpenConnection`.
  static var callbacks: http_daemon_options {
    var options = unsafe http_daemon_options()
    unsafe options.target_arrived = { context, target, _ in
      guard let context = unsafe context, let target = unsafe target else { return nil }
      let exchange = unsafe Exchange(
        context: Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue(),
        target: RequestTarget(UnsafeRawBufferPointer(start: target, count: strlen(target))))
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
        on: Connection(connection), isSent: code == .REQUEST_TERMINATED_COMPLETED_OK)
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
      guard let context = unsafe context, let line = unsafe line, unsafe !isExpected(line) else { return }
      unsafe Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue().log(words(for: String(cString: line)))
    }
    return unsafe options
  }
}

/// Whether the library complains of what it was told to do: it says so each time that a connection is closed for a script or a cut.
private func isExpected(_ line: UnsafePointer<CChar>) -> Bool {
  unsafe strcmp(line, "Application reported internal error, closing connection.") == 0
}

/// A message of the library's, said better where users meet it.
private func words(for line: String) -> String {
  switch line {
  case "Error: received handshake message out of context.":
    "a TLS handshake failed: the client speaks plain HTTP (write https:// in its base URL), or does not trust the certificate"
  default: "libmicrohttpd: \(line)"
  }
}
