/// A request target taken apart: the path and the query, percent-encoding untouched.
struct RequestTarget: Sendable, Equatable {
  let path: String
  let query: String

  /// Proxies send the absolute form (`http://host/path`), which every server has to take (RFC 9112, 3.2.2).
  init(_ bytes: UnsafeRawBufferPointer) {
    let local = unsafe UnsafeRawBufferPointer(rebasing: bytes[Self.authorityEnd(in: bytes)...])
    let mark = unsafe local.firstIndex(of: UInt8(ascii: "?"))
    path = unsafe String(decoding: local[..<(mark ?? local.count)], as: UTF8.self)
    query = if let mark { unsafe String(decoding: local[(mark + 1)...], as: UTF8.self) } else { "" }
  }

  private static func authorityEnd(in bytes: UnsafeRawBufferPointer) -> Int {
    guard unsafe bytes.first != UInt8(ascii: "/") else { return 0 }
    for scheme in ["http://", "https://"] where unsafe bytes.count > scheme.utf8.count && bytes.starts(with: scheme.utf8) {
      return unsafe bytes[scheme.utf8.count...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? bytes.count
    }
    return 0
  }
}
