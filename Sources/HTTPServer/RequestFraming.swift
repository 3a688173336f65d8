internal import HTTPMessage

/// How long a request's body is, by its headers.
enum RequestFraming: Sendable, Equatable {
  /// No `Transfer-Encoding`; no `Content-Length` means no body.
  case length(Int)
  /// The length shows at the end. With `Content-Length` beside it, libmicrohttpd goes by the chunks; the connection is closed after the
  /// answer then, since somebody between may have gone by the length (RFC 9112, 6.3).
  case chunked(closes: Bool)
  /// Two readers could disagree where the body ends, so nothing after the headers can be trusted.
  case conflicting(String)
  /// A transfer coding besides `chunked`: libmicrohttpd would wait for the end of the connection.
  case unknownCoding

  init(_ headers: HeaderList) {
    var length: String?
    var coding: String?
    for field in headers.fields {
      if field.name.utf8.count == 14, field.name.equalsIgnoringASCIICase("Content-Length") {
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
      }
    }
    self = Self.framing(length: length, coding: coding)
  }

  private static func framing(length: String?, coding: String?) -> RequestFraming {
    if let coding {
      return coding.equalsIgnoringASCIICase("chunked") ? .chunked(closes: length != nil) : .unknownCoding
    }
    // The library has refused what is no number; one beyond Int is beyond every limit as well.
    return .length(length.map { Int($0) ?? .max } ?? 0)
  }
}
