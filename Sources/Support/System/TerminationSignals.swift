internal import Glibc

/// SIGINT and SIGTERM, taken one after the other by whoever waits for them.
///
/// Made before any other thread is started: the others inherit that the signals are held back, and none is interrupted by one.
package struct TerminationSignals {
  private var set = sigset_t()

  package init() {
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, SIGINT)
    unsafe sigaddset(&set, SIGTERM)
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Blocks until one of the two arrives, and tells its name.
  package mutating func wait() -> String {
    var number: Int32 = 0
    while unsafe sigwait(&set, &number) != 0 {}
    return number == SIGINT ? "SIGINT" : "SIGTERM"
  }

  /// From here on the signals do again what they do by default: a second one ends a process that takes long to stop.
  package mutating func release() {
    unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }
}
