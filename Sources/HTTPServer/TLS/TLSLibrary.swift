internal import CHTTP
internal import Synchronization

/// GnuTLS, loaded when TLS is first asked for.
enum TLSLibrary {
  private static let isLoading = Mutex(())

  static func load() throws(CertificateError) {
    if let problem = isLoading.withLock({ _ in problemOfLoading() }) { throw .noLibrary(problem) }
  }

  /// What the library says of one of its error codes.
  static func text(of code: Int32) -> String { unsafe tls_error_text(code).map { unsafe String(cString: $0) } ?? "error \(code)" }

  private static func problemOfLoading() -> String? {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { problem in
      guard let start = problem.baseAddress, unsafe !tls_library_load(tls_library_name, start, problem.count) else { return nil }
      return unsafe String(cString: start)
    }
  }
}
