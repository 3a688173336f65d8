internal import Glibc

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

  /// Starts the thread.
  ///
  /// - Throws: when the limit of threads or memory is reached.
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
