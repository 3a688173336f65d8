internal import Dispatch
internal import Glibc

/// A server that sends given bytes on each connection, for any request, and then closes it.
package final class RawServer: Sendable {
  /// The port on 127.0.0.1.
  package let port: Int

  private let socket: Int32

  /// Listens on a free port.
  ///
  /// - Parameter responses: one for each connection, in order; the system accepts further connections, which get nothing.
  package init(responses: [String] = []) throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = unsafe withUnsafeMutablePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(socket, $0, length) | listen(socket, 16) | getsockname(socket, $0, &length)
      }
    }
    guard code == 0 else { throw ClientError.notConnected(errno) }
    port = Int(UInt16(bigEndian: address.sin_port))
    self.socket = socket
    DispatchQueue.global().async { for response in responses { Self.respond(on: socket, response) } }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  private static func respond(on socket: Int32, _ text: String) {
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
