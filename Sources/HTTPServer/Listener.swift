internal import Glibc

/// A listening TCP socket.
///
/// Not libmicrohttpd's own: here errors keep their reason, and accepting can be stopped without `MHD_quiesce_daemon`, which aborts the
/// process when a thread of the pool takes the socket out of its epoll set at the same moment (seen in 0.9.75's source).
struct Listener: Sendable {
  let socket: Int32
  /// The actual port, also when any free one was asked for.
  let port: Int

  /// Binds to the first of the host's addresses that this machine has.
  init(host: String, port: Int) throws(HTTPServerError) {
    var failure = HTTPServerError.addressUnavailable(host: host)
    for address in try SocketAddress.resolve(host: host, port: port) {
      switch Self.bound(to: address) {
      case .success(let socket):
        self.socket = socket
        self.port = SocketAddress.local(of: socket)?.port ?? port
        return
      case .failure(let error) where error.code == EADDRINUSE:
        throw .portTaken(host: host, port: port)
      case .failure(let error) where error.code != EADDRNOTAVAIL && error.code != EAFNOSUPPORT:
        failure = .cannotStart("\(host) port \(port): \(error)")
      case .failure:
        continue
      }
    }
    throw failure
  }

  /// Whether a connection waits to be taken in, now or within the time; nil: however long that takes.
  func waitForNewcomer(milliseconds: Int32?) -> Bool {
    var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&entry, 1, milliseconds ?? -1) > 0
  }

  /// Wakes whoever waits for a connection, for good.
  func shutDown() { _ = Glibc.shutdown(socket, Int32(SHUT_RDWR)) }

  func close() { _ = Glibc.close(socket) }

  private static func bound(to address: SocketAddress) -> Result<Int32, SystemError> {
    let socket = Glibc.socket(address.family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { return .failure(SystemError()) }
    // A restart must not wait for connections of the last run to time out; a port that somebody listens on stays an error.
    var yes: Int32 = 1
    unsafe setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard unsafe address.withPointer({ unsafe bind(socket, $0, $1) }) == 0, listen(socket, SOMAXCONN) == 0 else {
      let error = SystemError()
      _ = Glibc.close(socket)
      return .failure(error)
    }
    return .success(socket)
  }
}
