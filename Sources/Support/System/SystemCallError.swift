internal import Glibc

/// A system call that failed: what was tried, and the system's words for why not.
package struct SystemCallError: Error, Equatable, CustomStringConvertible {
  package let description: String

  /// Reads `errno`.
  init(_ action: String) {
    let code = errno
    description = "\(action): \(unsafe String(cString: strerror(code)))"
  }

  init(_ action: String, because reason: String) { description = "\(action): \(reason)" }
}
