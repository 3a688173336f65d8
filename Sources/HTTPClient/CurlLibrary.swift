internal import CCurl

/// libcurl, loaded when the first request is sent.
///
/// Unchecked because of the pointer: it never changes, nor does what it points to.
@safe struct CurlLibrary: @unchecked Sendable {
  /// Never let go of, and not changed after it is loaded: it may be used on every thread.
  let functions: OpaquePointer

  /// The names that Debian, and most others, have it under: with OpenSSL, and with GnuTLS.
  static let names = ["libcurl.so.4", "libcurl-gnutls.so.4"]

  static let shared = Result { () throws(HTTPClientError) in try CurlLibrary(names) }

  /// Loads the first library of these names that can be loaded.
  init(_ names: [String]) throws(HTTPClientError) {
    var problems: [String] = []
    for name in names {
      var problem = [CChar](repeating: 0, count: 512)
      if let functions = unsafe transfer_library_load(name, &problem, problem.count) {
        unsafe self.functions = functions
        return
      }
      problems.append(problem.text)
    }
    throw HTTPClientError(
      .noLibrary,
      "requests to other servers are sent by libcurl, which is not here; install it (Debian: libcurl4). \(problems.joined(separator: "; "))"
    )
  }
}

extension [CChar] {
  /// The text up to the zero.
  var text: String { String(decoding: prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) }
}
