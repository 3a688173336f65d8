internal import CHTTP
internal import CMicroHTTPD
internal import Glibc
internal import HTTPMessage

/// A connection of the library's.
///
/// Unchecked because of the pointer. It is used on the library's thread; elsewhere only while it is suspended, when it is not freed and the
/// library leaves its socket alone, and for `resume`, which the library allows from everywhere.
@safe struct Connection: @unchecked Sendable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  /// Takes the connection out of the library's hands until `resume`.
  func suspend() { unsafe MHD_suspend_connection(pointer) }

  func resume() { unsafe MHD_resume_connection(pointer) }

  /// Only for the library's thread.
  var isSuspended: Bool { unsafe http_connection_is_suspended(pointer) != 0 }

  /// Stays the connection's own until it is completed.
  var socket: Int32 { unsafe http_connection_socket(pointer) }

  /// What the server knows of it; nil: it is closed.
  var opened: OpenConnection? {
    guard let context = unsafe http_connection_context(pointer) else { return nil }
    return unsafe Unmanaged<OpenConnection>.fromOpaque(context).takeUnretainedValue()
  }

  /// Bytes of the request line and the header block together.
  var headerSize: Int { unsafe http_connection_header_size(pointer) }

  /// The header lines of the request. Bytes that are no UTF-8 come as U+FFFD.
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

  /// Has a client that hung up in the middle of its body noticed now instead of at the timeout.
  func noticeEnd() { unsafe http_connection_notice_end(pointer) }

  /// What is known of the client's side.
  enum ClientSide { case open, ended, broken }

  var clientSide: ClientSide {
    switch unsafe http_connection_client_side(pointer) {
    case .open: .open
    case .ended: .ended
    case .broken: .broken
    }
  }

  /// Ends the connection with a TCP reset; what the client has not been sent yet is lost.
  func reset() { unsafe http_connection_reset(pointer) }

  /// Has small pieces go out at once from now on.
  func sendAtOnce() { unsafe http_connection_send_at_once(pointer) }

  /// Writes past the library, through TLS where that is spoken: as much as goes without waiting.
  ///
  /// - Parameter hasMore: whether what comes next belongs to the same piece.
  /// - Returns: the bytes that were taken, or the error's code below zero. After `EAGAIN` the same bytes have to come again.
  func sendPastLibrary(_ bytes: UnsafeRawBufferPointer, hasMore: Bool = false) -> Int {
    unsafe http_connection_send(pointer, bytes.baseAddress, bytes.count, hasMore)
  }
}

extension String {
  fileprivate init(_ bytes: UnsafePointer<CChar>?, _ count: Int) {
    self = unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
