internal import CHTTP
internal import CMicroHTTPD
internal import HTTPMessage
internal import Support

/// A connection of the library's.
///
/// Unchecked because of the pointer. It is used on the library's thread; elsewhere only while it is suspended, when it is not freed and the
/// library leaves its socket alone, and for `resume`, which the library allows from everywhere.
@safe struct Connection: @unchecked Sendable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  /// Makes the library leave the connection alone until `resume`.
  func suspend() { unsafe MHD_suspend_connection(pointer) }

  /// Gives the connection back to the library, which may free it at any time from then on.
  func resume() { unsafe MHD_resume_connection(pointer) }

  /// Whether it is suspended. Only for the library's thread.
  var isSuspended: Bool { unsafe http_connection_is_suspended(pointer) != 0 }

  /// The connection's socket, its own until the request is completed.
  var socket: Socket { unsafe Socket(http_connection_socket(pointer)) }

  /// What the server knows of it; nil: it is closed.
  var opened: OpenConnection? {
    guard let context = unsafe http_connection_context(pointer) else { return nil }
    return unsafe Unmanaged<OpenConnection>.fromOpaque(context).takeUnretainedValue()
  }

  /// Bytes of the request line and the header block together.
  var headerSize: Int { unsafe http_connection_header_size(pointer) }

  /// The header lines of the request. Bytes that are no UTF-8 become U+FFFD.
  var headers: HeaderList {
    var fields: [HeaderField] = []
    fields.reserveCapacity(16)
    unsafe withUnsafeMutablePointer(to: &fields) {
      _ = unsafe MHD_get_connection_values_n(
        pointer, .HEADER_KIND,
        { list, _, name, nameSize, value, valueSize in
          let fields = unsafe list?.assumingMemoryBound(to: [HeaderField].self)
          unsafe fields?.pointee.append(HeaderField(String(name, nameSize), String(value, valueSize)))
          return .YES
        }, $0)
    }
    return HeaderList(fields)
  }

  /// Makes the library notice at once, instead of at the timeout, that the client hung up in the middle of its body.
  ///
  /// The library reads until a read comes back short, and then waits for the next edge; an end of file that came together with the last
  /// bytes makes none. Shutting down reading makes one, and takes nothing away: there is nothing left to read.
  func noticeEnd() { if socket.isAtEnd { socket.shutDown(.receiving) } }

  /// What a write past the library came to.
  enum WriteResult {
    /// So many bytes were taken.
    case sent(Int)
    /// The socket is full: the same bytes have to be given again.
    case full
    case failed
  }

  /// Writes past the library, through TLS where the connection speaks it: as much as the socket takes without waiting.
  ///
  /// - Parameter hasMore: whether what comes next belongs to the same piece.
  func write(_ bytes: UnsafeRawBufferPointer, hasMore: Bool = false) -> WriteResult {
    let count = unsafe http_connection_send(pointer, bytes.baseAddress, bytes.count, hasMore)
    return count > 0 ? .sent(count) : count == http_send_full ? .full : .failed
  }
}

extension String {
  fileprivate init(_ bytes: UnsafePointer<CChar>?, _ count: Int) {
    self = unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
