internal import Glibc

/// Sleeps so long, at least; not at all for what is not above zero.
package func pause(_ duration: Duration) {
  let (seconds, attoseconds) = duration.components
  guard duration > .zero else { return }
  var asked = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
  var rest = timespec()
  while unsafe nanosleep(&asked, &rest) != 0, errno == EINTR { asked = rest }
}
