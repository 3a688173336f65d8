internal import Glibc

/// A blocking TCP client that sends exactly the bytes it is told to, and reads what comes within thirty seconds.
package final class RawClient {
  private let socket: Int32
  private var buffer: [UInt8] = []

  /// Connects to 127.0.0.1.
  ///
  /// - Parameter receiveBuffer: bytes that the system takes before they are read; nil: the system decides.
  package init(port: Int, receiveBuffer: Int32? = nil) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    if var size = receiveBuffer { unsafe setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size)) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = unsafe withUnsafePointer(to: address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    var timeout = timeval(tv_sec: 30, tv_usec: 0)
    unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    unsafe setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    guard code == 0 else { throw ClientError.notConnected(errno) }
  }

  deinit { close() }

  private var isOpen = true

  /// Closes the connection; a second call does nothing.
  package func close() {
    if isOpen { _ = Glibc.close(socket) }
    isOpen = false
  }

  /// Ends the connection with a reset instead of an orderly close.
  package func reset() {
    var atOnce = linger(l_onoff: 1, l_linger: 0)
    unsafe setsockopt(socket, SOL_SOCKET, SO_LINGER, &atOnce, socklen_t(MemoryLayout<linger>.size))
    close()
  }

  /// Closes the sending side; responses can still be read.
  package func finishSending() { _ = shutdown(socket, Int32(SHUT_WR)) }

  /// Sends a text as UTF-8.
  package func send(_ text: String) throws { try send(Array(text.utf8)) }

  /// Sends and closes so that both travel in one segment: what is sent waits for more, and goes with the close.
  package func sendAndClose(_ text: String) throws {
    try send(Array(text.utf8), flags: Int32(MSG_NOSIGNAL) | Int32(MSG_MORE))
    close()
  }

  /// Sends the bytes.
  package func send(_ bytes: [UInt8]) throws { try send(bytes, flags: Int32(MSG_NOSIGNAL)) }

  private func send(_ bytes: [UInt8], flags: Int32) throws {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes { unsafe Glibc.send(socket, $0.baseAddress, $0.count, flags) }
      guard count > 0 else { throw ClientError.notSent(errno) }
      sent += count
    }
  }

  /// Reads one response; with `toHead` no body follows it, whatever its headers say.
  package func readResponse(toHead: Bool = false) throws -> WireResponse {
    let mark = Array("\r\n\r\n".utf8)
    while buffer.firstRange(of: mark) == nil { try readMore() }
    let end = buffer.firstRange(of: mark)!.upperBound
    var response = WireResponse(head: String(decoding: buffer[..<end], as: UTF8.self))
    buffer.removeFirst(end)
    if toHead || response.status < 200 { return response }
    let length = Int(response["Content-Length"] ?? "0") ?? 0
    while buffer.count < length { try readMore() }
    response.body = Array(buffer[..<length])
    buffer.removeFirst(length)
    return response
  }

  /// Reads everything until the other side closes.
  package func readToEnd() throws -> [UInt8] {
    do {
      while true { try readMore() }
    } catch ClientError.closed {}
    defer { buffer = [] }
    return buffer
  }

  /// Reads everything until the other side closes or resets the connection.
  package func readRest() throws -> Rest {
    do {
      return Rest(try readToEnd(), isReset: false)
    } catch ClientError.notReceived(ECONNRESET) {
      defer { buffer = [] }
      return Rest(buffer, isReset: true)
    }
  }

  /// Reads so many bytes.
  package func read(_ count: Int) throws -> String {
    while buffer.count < count { try readMore() }
    defer { buffer.removeFirst(count) }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// Whether nothing has come that has not been read, not even the end.
  package var isQuiet: Bool {
    var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return unsafe buffer.isEmpty && poll(&entry, 1, 0) == 0
  }

  /// Whether all that has come of responses is read.
  package var isBetweenResponses: Bool { buffer.isEmpty }

  /// Waits until one of the clients has something to read; nil when none has within ten seconds.
  package static func firstReadable(of clients: [RawClient]) -> RawClient? {
    var entries = clients.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
    _ = unsafe poll(&entries, nfds_t(entries.count), 10_000)
    return zip(clients, entries).first { $0.1.revents != 0 }?.0
  }

  private func readMore() throws {
    let count = try unsafe withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { piece in
      let count = unsafe recv(socket, piece.baseAddress, piece.count, 0)
      guard count >= 0 else { throw ClientError.notReceived(errno) }
      unsafe buffer.append(contentsOf: piece[..<count])
      return count
    }
    if count == 0 { throw ClientError.closed }
  }
}
