internal import CHTTPShims
internal import CMicroHTTPD
internal import Glibc
internal import HTTPMessage

/// A connection of the library's.
///
/// Unchecked because of the pointer. It is used on the library's thread, and on a worker only for `resume`, which the library allows from
/// everywhere; a suspended connection is not freed.
@safe struct Connection: @unchecked Sendable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  /// Takes the connection out of the library's hands until `resume`.
  func suspend() { unsafe MHD_suspend_connection(pointer) }

  func resume() { unsafe MHD_resume_connection(pointer) }

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

  /// Writes past the library, which takes no answer in the middle of a body. As much as fits into the socket's buffer.
  func sendPastLibrary(_ bytes: [UInt8]) {
    _ = unsafe send(http_connection_socket(pointer), bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
  }
}

extension String {
  fileprivate init(_ bytes: UnsafePointer<CChar>?, _ count: Int) {
    self = unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
