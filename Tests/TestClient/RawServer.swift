internal import Dispatch
internal import Glibc

/// A server that sends given bytes on each connection, for any request, and then closes it.
package final class RawServer: Sendable {
  /// The port on 127.0.0.1; no other program has it while the server lives.
  package var port: Int { listener.port }

  private let listener: Listener

  /// Listens on a free port.
  ///
  /// - Parameters:
  ///   - responses: one for each connection, in order; the system accepts further connections, which get nothing.
  ///   - isListening: whether connections are accepted; otherwise the port is only taken, and connections to it are refused.
  package init(responses: [String] = [], isListening: Bool = true) throws {
    let listener = try Listener(isListening: isListening)
    self.listener = listener
    DispatchQueue.global().async { for response in responses { listener.respond(response) } }
  }

  deinit { listener.end() }
}

/// Owns the socket. It is closed when its last user is done: a number closed earlier may be another server's by the time of the next accept.
private final class Listener: Sendable {
  let port: Int
  private let socket: Int32

  init(isListening: Bool) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = unsafe withUnsafeMutablePointer(to: &address) { [socket] in
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(socket, $0, length) | (isListening ? listen(socket, 16) : 0) | getsockname(socket, $0, &length)
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard code == 0 else { throw ClientError.notConnected(errno) }
  }

  deinit { close(socket) }

  /// Ends the wait for a connection, now and from now on.
  func end() { shutdown(socket, Int32(SHUT_RDWR)) }

  func respond(_ text: String) {
    let connection = accept(socket, nil, nil)
    guard connection >= 0 else { return }
    defer { close(connection) }
    var request: [UInt8] = []
    while request.firstRange(of: Array("\r\n\r\n".utf8)) == nil {
      var piece = [UInt8](repeating: 0, count: 65_536)
      let count = unsafe recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return }
      request += piece[..<count]
    }
    _ = unsafe Glibc.send(connection, Array(text.utf8), text.utf8.count, Int32(MSG_NOSIGNAL))
  }
}
