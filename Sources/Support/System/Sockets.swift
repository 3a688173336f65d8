internal import CSupport
internal import Glibc

/// A TCP socket, by its descriptor. A copy is the same socket; nothing closes it but `close`.
package struct Socket: Sendable, Hashable {
  /// The number that the system knows it by.
  package let descriptor: Int32

  /// Names a socket that exists already.
  package init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Binds a socket to the address and listens there. A restart need not wait until connections of the last run have timed out; a port that
  /// another socket listens on stays an error.
  package static func listening(on address: SocketAddress) throws(SystemCallError) -> Socket {
    let socket = Socket(Glibc.socket(address.family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0))
    guard socket.descriptor >= 0 else { throw SystemCallError("cannot make a socket") }
    var yes: Int32 = 1
    unsafe setsockopt(socket.descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard unsafe address.withPointer({ unsafe bind(socket.descriptor, $0, $1) }) == 0, listen(socket.descriptor, SOMAXCONN) == 0 else {
      let error = SystemCallError("cannot listen")
      socket.close()
      throw error
    }
    return socket
  }

  /// Tells whether a connection waits to be accepted, now or within the time; nil: however long that takes.
  package func waitForConnection(atMost timeout: Duration?) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&entry, 1, timeout?.pollMilliseconds ?? -1) > 0
  }

  /// Waits for a connection, and returns its socket, which does not block, and the address it comes from.
  package func accept() throws(SystemCallError) -> (socket: Socket, peer: SocketAddress) {
    var peer = SocketAddress()
    let accepted = unsafe peer.withMutablePointer { unsafe system_accept(descriptor, $0, $1) }
    guard accepted >= 0 else { throw SystemCallError("cannot accept a connection") }
    return (Socket(accepted), peer)
  }

  /// Which way bytes go, as seen from this side; the numbers are those of shutdown(2).
  package enum Direction: Int32, Sendable { case receiving, sending, both }

  /// Ends one direction of the connection, or both; of a listening socket, wakes the thread that waits for connections, for good. Each call
  /// is an event for threads that wait for the socket.
  package func shutDown(_ direction: Direction) { _ = shutdown(descriptor, direction.rawValue) }

  /// Ends the connection with a TCP reset at once; the descriptor stays open. What the other side has not been sent yet is lost.
  ///
  /// `SO_LINGER` would not do it: libmicrohttpd shuts a socket down before it closes it.
  package func reset() {
    var nothing = sockaddr()
    nothing.sa_family = sa_family_t(AF_UNSPEC)
    _ = unsafe connect(descriptor, &nothing, socklen_t(MemoryLayout<sockaddr>.size))
  }

  /// Closes the descriptor.
  package func close() { _ = Glibc.close(descriptor) }

  /// Returns a second descriptor of the same connection, which ends only when both are closed; nil: the process has none left.
  package func duplicate() -> Socket? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    return copy < 0 ? nil : Socket(copy)
  }

  /// Sends small pieces at once from now on (`TCP_NODELAY`).
  package func sendSmallPiecesAtOnce() {
    var yes: Int32 = 1
    unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
  }

  /// What is known of the other side of a connection.
  package enum PeerState: Sendable {
    case open
    /// It sends nothing more; whether it still reads shows when something is sent.
    case ended
    /// It has reset the connection, or closed it before it had all that was sent.
    case broken
  }

  /// Looks at the other side's state, and takes nothing from the socket.
  package var peerState: PeerState {
    switch system_peer_state(descriptor) {
    case .open: .open
    case .ended: .ended
    case .broken: .broken
    }
  }

  /// How many bytes of what was sent the other side has acknowledged; nil where the system does not tell.
  package var acknowledgedBytes: Int64? {
    let count = system_acknowledged_bytes(descriptor)
    return count < 0 ? nil : count
  }
}

/// Bytes that were received and not read: a socket that is closed with such bytes ends with a reset instead of in order.
extension Socket {
  /// What there was to drop.
  package enum Dropped: Sendable {
    case bytes(Int)
    case nothingYet
    /// Nothing more will come.
    case end
  }

  private static let dropStep = 1 << 20
  /// Steps at most, so that a client that sends without end is not listened to without end.
  private static let dropSteps = 16

  /// Whether bytes wait to be read.
  package var hasUnreadBytes: Bool { recv(descriptor, nil, 1, Self.flags(MSG_PEEK, MSG_TRUNC, MSG_DONTWAIT)) > 0 }

  /// Whether the end of the stream is what comes next. Does not block.
  package var isAtEnd: Bool {
    var byte: UInt8 = 0
    return unsafe recv(descriptor, &byte, 1, Self.flags(MSG_PEEK, MSG_DONTWAIT)) == 0
  }

  /// Drops up to a mebibyte.
  package func dropUnread() -> Dropped {
    // With MSG_TRUNC, TCP drops the bytes instead of copying them.
    let count = recv(descriptor, nil, Self.dropStep, Self.flags(MSG_TRUNC, MSG_DONTWAIT))
    return count > 0 ? .bytes(count) : count < 0 && errno == EAGAIN ? .nothingYet : .end
  }

  /// Drops what is there now.
  package func dropAllUnread() { for _ in 0..<Self.dropSteps { guard case .bytes = dropUnread() else { return } } }

  private static func flags(_ all: Int...) -> Int32 { Int32(all.reduce(0, |)) }
}

/// An IPv4 or IPv6 address with a port.
package struct SocketAddress: Sendable {
  private var storage = sockaddr_storage()
  private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

  fileprivate var family: Int32 { Int32(storage.ss_family) }

  /// Returns the addresses of a literal or a name, in the resolver's order; none when nothing resolves it.
  package static func resolve(host: String, port: Int) -> [SocketAddress] {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, String(port), &hints, &list) == 0 else { return [] }
    defer { unsafe freeaddrinfo(list) }
    var addresses: [SocketAddress] = []
    var next = unsafe list
    while let entry = unsafe next {
      if let address = unsafe SocketAddress(entry.pointee) { addresses.append(address) }
      unsafe next = entry.pointee.ai_next
    }
    return addresses
  }

  /// Returns the bytes of an address as it is written, IPv6 without brackets: 4 or 16, in network order; nil for anything else.
  package static func bytes(ofLiteral text: String) -> [UInt8]? {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if unsafe inet_pton(family, text, &bytes) == 1 { return bytes }
    }
    return nil
  }

  /// Returns the address that a socket is bound to.
  package static func local(of socket: Socket) -> SocketAddress? {
    var address = SocketAddress()
    let code = unsafe address.withMutablePointer { unsafe getsockname(socket.descriptor, $0, $1) }
    return code == 0 ? address : nil
  }

  /// The port, in the host's byte order.
  package var port: Int {
    unsafe withPointer { pointer, _ in
      // Both families keep the port at the same offset: two bytes after the family.
      let bytes = unsafe UnsafeRawPointer(pointer)
      return unsafe Int(UInt16(bigEndian: bytes.load(fromByteOffset: MemoryLayout<sa_family_t>.size, as: UInt16.self)))
    }
  }

  /// Calls the closure with the bytes of C's `sockaddr`, which are good until the end of the call.
  package func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    unsafe withPointer { unsafe body(UnsafeRawBufferPointer(start: $0, count: Int($1))) }
  }

  fileprivate func withPointer<R>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
    unsafe withUnsafePointer(to: storage) { unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, length) } }
  }

  fileprivate init() {}

  private init?(_ entry: addrinfo) {
    guard let address = unsafe entry.ai_addr, unsafe entry.ai_addrlen <= length else { return nil }
    length = unsafe entry.ai_addrlen
    unsafe withUnsafeMutableBytes(of: &storage) {
      unsafe $0.copyMemory(from: UnsafeRawBufferPointer(start: address, count: Int(entry.ai_addrlen)))
    }
  }

  fileprivate mutating func withMutablePointer<R>(_ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> R) -> R {
    unsafe withUnsafeMutablePointer(to: &storage) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, &length) }
    }
  }
}
