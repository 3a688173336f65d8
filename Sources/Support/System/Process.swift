internal import Glibc

/// A system call that failed: what was tried, and the system's reason.
package struct SystemCallError: Error, Equatable, CustomStringConvertible {
  /// What was tried: `cannot read a.yaml`.
  package let action: String
  /// Why it failed, in the system's words: `No such file or directory`.
  package let reason: String
  /// The system's number for the reason; 0 when the reason is not the system's.
  package let code: Int32

  /// Says what failed, and the system's reason.
  package var description: String { "\(action): \(reason)" }

  /// Takes the reason from `errno`, or from a code of the system's.
  init(_ action: String, code: Int32 = errno) {
    self.action = action
    self.code = code
    reason = unsafe String(cString: strerror(code))
  }

  init(_ action: String, because reason: String) { (self.action, self.reason, code) = (action, reason, 0) }

  /// Whether another socket listens at the address.
  package var isAddressTaken: Bool { code == EADDRINUSE }

  /// Whether this machine does not have the address, or none of its family.
  package var isAddressMissing: Bool { code == EADDRNOTAVAIL || code == EAFNOSUPPORT }

  /// Whether the same call may work at once when it is made again: it was interrupted, or the connection that it was about has gone.
  package var isPassing: Bool { [EINTR, EAGAIN, ECONNABORTED].contains(code) }
}

/// Returns the process's own number.
package func processID() -> Int { Int(getpid()) }

/// Returns the numeric id of the user.
package func userID() -> Int { Int(getuid()) }

/// Returns the environment; where a name is set twice, the first counts, as for `getenv`.
package func environmentVariables() -> [String: String] {
  var variables: [String: String] = [:]
  var entry = unsafe environ
  while let text = unsafe entry.pointee {
    if let sign = unsafe strchr(text, Int32(UInt8(ascii: "="))) {
      let name = unsafe String(decoding: UnsafeRawBufferPointer(start: text, count: sign - text), as: UTF8.self)
      if variables[name] == nil { variables[name] = unsafe String(cString: sign + 1) }
    }
    unsafe entry += 1
  }
  return variables
}

/// Ends the process with an exit code.
package func exitProcess(_ code: Int32) -> Never { exit(code) }

/// One of the process's own streams.
package enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2

  /// Writes all of the text at once, even into a pipe.
  package func write(_ text: String) throws(SystemCallError) {
    try writeAll(Array(text.utf8), to: rawValue, named: self == .output ? "standard output" : "standard error")
  }

  /// Whether it takes some bytes (of a pipe: `PIPE_BUF`) without waiting.
  package var isReady: Bool {
    var entry = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
    return unsafe poll(&entry, 1, 0) > 0
  }
}

/// Lets writing fail where it would end the process: to a client that has gone (`SIGPIPE`), and beyond `ulimit -f` (`SIGXFSZ`).
package func letWritesFail() {
  _ = signal(SIGPIPE, SIG_IGN)
  _ = signal(SIGXFSZ, SIG_IGN)
}

/// Raises how many files and sockets the process may have open to `count`, or as far as the system allows. Returns how many it may have
/// then; nil where the system does not tell.
package func raiseDescriptorLimit(to count: Int) -> Int? {
  var limit = rlimit()
  guard unsafe getrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
  if limit.rlim_cur < rlim_t(count) {
    var raised = limit
    raised.rlim_cur = min(rlim_t(count), limit.rlim_max)
    if unsafe setrlimit(Int32(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
  }
  return Int(clamping: limit.rlim_cur)
}

/// SIGINT and SIGTERM, taken one after the other by the thread that waits for them.
///
/// To be made before any other thread is started: the others inherit that the signals are held back, and none is interrupted by one.
package struct TerminationSignals {
  private var set = sigset_t()

  /// Holds the two signals back from now on.
  package init() {
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, SIGINT)
    unsafe sigaddset(&set, SIGTERM)
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Blocks until one of the two arrives, and returns its name.
  package mutating func wait() -> String {
    var number: Int32 = 0
    while unsafe sigwait(&set, &number) != 0 {}
    return number == SIGINT ? "SIGINT" : "SIGTERM"
  }

  /// Gives the signals their default effect again: a second one ends a process that takes long to stop.
  package mutating func release() { unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil) }
}

/// How many processors the process may use; at least one.
package let processorCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

/// A thread that is waited for at its end.
///
///     let thread = try JoinableThread { work() }
///     thread.join()
package struct JoinableThread: Sendable {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let handle: pthread_t

  /// Starts the thread; throws when the limit of threads or memory is reached.
  package init(_ run: @escaping @Sendable () -> Void) throws(SystemCallError) {
    var handle = pthread_t()
    let body = unsafe Unmanaged.passRetained(Body(run))
    let code = unsafe pthread_create(
      &handle, nil,
      { argument in
        if let argument = unsafe argument { unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      unsafe body.release()
      throw SystemCallError("cannot make a thread", code: code)
    }
    self.handle = handle
  }

  /// Waits for the end of the thread. To be called once.
  package func join() { _ = pthread_join(handle, nil) }
}
