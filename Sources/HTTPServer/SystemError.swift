internal import Glibc

/// What the last system call of this thread failed with.
struct SystemError: Error, CustomStringConvertible {
  let code: Int32

  init() { code = errno }

  var description: String { unsafe String(cString: strerror(code)) }
}
