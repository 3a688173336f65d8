internal import HTTPMessage

/// How long a request's body is, by its headers.
enum RequestFraming: Sendable, Equatable {
  /// No `Transfer-Encoding`; no `Content-Length` means no body.
  case length(Int)
  /// The length shows at the end. With `Content-Length` beside it, libmicrohttpd goes by the chunks; the connection is closed after the
  /// response then, since a proxy between may have gone by the length (RFC 9112, 6.3).
  case chunked(closes: Bool)
  /// Two readers could disagree where the body ends, or for whom it is, so nothing after the headers can be trusted.
  case conflicting(String)
  /// A transfer coding besides `chunked`: libmicrohttpd would wait for the end of the connection.
  case unknownCoding

  /// Reads the framing of a request.
  init(_ headers: HeaderList) {
    var length: String?
    var coding: String?
    var hasHost = false
    for field in headers.fields {
      // A generous reader of names may see Content-Length or Transfer-Encoding where others see none (RFC 9112, 5.1).
      guard field.name.isHeaderName else {
        self = .conflicting("a header line begins with a blank, or its name has a blank or a control character in it")
        return
      }
      if field.name.utf8.count == 4, field.name.equalsIgnoringASCIICase("Host") {
        guard !hasHost else {
          self = .conflicting("Host is there more than once")
          return
        }
        hasHost = true
      } else if field.name.utf8.count == 14, field.name.equalsIgnoringASCIICase("Content-Length") {
        guard length == nil else {
          self = .conflicting("Content-Length is there more than once")
          return
        }
        length = field.value
      } else if field.name.utf8.count == 17, field.name.equalsIgnoringASCIICase("Transfer-Encoding") {
        guard coding == nil else {
          self = .conflicting("Transfer-Encoding is there more than once")
          return
        }
        coding = field.value
      } else if field.name.isLengthWithMore {
        // The library appends a folded line to the name above it instead of to the value.
        self = .conflicting("the line of Content-Length or Transfer-Encoding is folded")
        return
      }
    }
    self = Self.framing(length: length, coding: coding)
  }

  private static func framing(length: String?, coding: String?) -> RequestFraming {
    if let coding { return coding.equalsIgnoringASCIICase("chunked") ? .chunked(closes: length != nil) : .unknownCoding }
    // The library has refused what is no number; one beyond Int is beyond every limit as well.
    return .length(length.map { Int($0) ?? .max } ?? 0)
  }
}

extension String {
  /// Whether the text begins with a name that says how long a body is, and goes on.
  fileprivate var isLengthWithMore: Bool {
    guard utf8.count > 14, let first = utf8.first, first | 0x20 == 0x63 || first | 0x20 == 0x74 else { return false }
    return ["content-length", "transfer-encoding"].contains { name in
      utf8.count > name.utf8.count && zip(utf8, name.utf8).allSatisfy { $0.asciiLowercased == $1 }
    }
  }
}

/// A request target in its parts: the path and the query, percent-encoding untouched.
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
