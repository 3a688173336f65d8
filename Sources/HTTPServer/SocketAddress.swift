internal import CHTTP
internal import Glibc

/// An IPv4 or IPv6 address with a port.
struct SocketAddress: Sendable {
  private var storage = sockaddr_storage()
  private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

  var family: Int32 { Int32(storage.ss_family) }

  /// The addresses of a literal or a name, in the resolver's order.
  static func resolve(host: String, port: Int) throws(HTTPServerError) -> [SocketAddress] {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, String(port), &hints, &list) == 0 else { throw .addressUnavailable(host: host) }
    defer { unsafe freeaddrinfo(list) }
    var addresses: [SocketAddress] = []
    var next = unsafe list
    while let entry = unsafe next {
      if let address = unsafe SocketAddress(entry.pointee) { addresses.append(address) }
      unsafe next = entry.pointee.ai_next
    }
    return addresses
  }

  /// The address that a socket is bound to.
  static func local(of socket: Int32) -> SocketAddress? {
    var address = SocketAddress()
    let code = unsafe address.withMutablePointer { unsafe getsockname(socket, $0, $1) }
    return code == 0 ? address : nil
  }

  /// Waits for a connection. Its socket, not blocking, and where it comes from; or why there is none.
  static func accept(on socket: Int32) -> Result<(socket: Int32, peer: SocketAddress), SystemError> {
    var peer = SocketAddress()
    let accepted = unsafe peer.withMutablePointer { unsafe http_accept(socket, $0, $1) }
    return accepted >= 0 ? .success((accepted, peer)) : .failure(SystemError())
  }

  var port: Int {
    unsafe withPointer { pointer, _ in
      // Both families keep the port in the same place: two bytes after the family.
      let bytes = unsafe UnsafeRawPointer(pointer)
      return unsafe Int(UInt16(bigEndian: bytes.load(fromByteOffset: MemoryLayout<sa_family_t>.size, as: UInt16.self)))
    }
  }

  func withPointer<R>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
    unsafe withUnsafePointer(to: storage) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, length) }
    }
  }

  private init() {}

  private init?(_ entry: addrinfo) {
    guard let address = unsafe entry.ai_addr, unsafe entry.ai_addrlen <= length else { return nil }
    length = unsafe entry.ai_addrlen
    unsafe withUnsafeMutableBytes(of: &storage) {
      unsafe $0.copyMemory(from: UnsafeRawBufferPointer(start: address, count: Int(entry.ai_addrlen)))
    }
  }

  private mutating func withMutablePointer<R>(_ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> R) -> R {
    unsafe withUnsafeMutablePointer(to: &storage) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, &length) }
    }
  }
}
