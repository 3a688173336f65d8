internal import CHTTP
internal import CMicroHTTPD
internal import HTTPMessage

/// The owner of a response of the library's until it is queued.
@safe struct OutgoingResponse: ~Copyable {
  /// Keeps the bytes alive for as long as the library reads them.
  private final class Body: Sendable {
    let bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }
  }

  private let pointer: OpaquePointer

  /// Lends the body to the library without a copy, or returns `nil` when there is no memory.
  init?(body: [UInt8]) {
    guard let pointer = unsafe Self.make(lending: body) else { return nil }
    unsafe self.pointer = pointer
  }

  deinit { unsafe MHD_destroy_response(pointer) }

  /// Adds a header line after those that are there; `false` when it cannot stand in a header.
  func add(_ name: String, _ value: String) -> Bool {
    guard name.isHeaderName, value.isSendableHeaderValue else { return false }
    // A string given as a pointer would be copied.
    return unsafe name.withCString { name in
      unsafe value.withCString { value in unsafe MHD_add_response_header(pointer, name, value) }
    } == .YES
  }

  /// Gives the response to the connection; `false` when the library does not take it.
  func queue(_ status: Int, on connection: Connection) -> Bool {
    unsafe MHD_queue_response(connection.pointer, UInt32(truncatingIfNeeded: status), pointer) == .YES
  }

  private static func make(lending bytes: [UInt8]) -> OpaquePointer? {
    guard !bytes.isEmpty else { return unsafe MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT) }
    // The array's storage stays where it is while the box holds the array and nobody changes it.
    let body = unsafe Unmanaged.passRetained(Body(bytes))
    let start = unsafe bytes.withUnsafeBytes { unsafe UnsafeMutableRawPointer(mutating: $0.baseAddress) }
    let response = unsafe MHD_create_response_from_buffer_with_free_callback_cls(
      bytes.count, start,
      { box in
        if let box = unsafe box { unsafe Unmanaged<Body>.fromOpaque(box).release() }
      }, body.toOpaque())
    if unsafe response == nil { unsafe body.release() }
    return unsafe response
  }
}
