internal import Glibc

/// Tells when files of a folder were written, moved or deleted (inotify).
///
/// A change is there to be seen as soon as the call that made it has returned, so who asks after it never misses it.
package final class FolderWatch: Sendable {
  private let descriptor: Int32
  /// A pipe that is written to when waiting is to end: its reading end, and its writing end.
  private let ends: [Int32]

  package init(_ path: String) throws(SystemCallError) {
    descriptor = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
    var ends: [Int32] = [-1, -1]
    let hasPipe = unsafe pipe(&ends) == 0
    self.ends = ends
    let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
    guard descriptor >= 0, hasPipe, unsafe inotify_add_watch(descriptor, path, events) >= 0 else {
      let error = SystemCallError("cannot watch the folder \(path)")
      for open in [descriptor] + ends { close(open) }
      throw error
    }
  }

  deinit { for open in [descriptor] + ends { close(open) } }

  /// Whether anything has changed since this was last asked. Does not block.
  package func hasChanged() -> Bool {
    var changed = false
    unsafe withUnsafeTemporaryAllocation(byteCount: 1_024, alignment: 8) { events in
      while unsafe read(descriptor, events.baseAddress, events.count) > 0 { changed = true }
    }
    return changed
  }

  /// Blocks until something may have changed; `false` once `end` was called.
  package func wait() -> Bool {
    var entries = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)]
    while unsafe poll(&entries, 2, -1) < 0, errno == EINTR {}
    return entries[1].revents == 0
  }

  /// Wakes whoever waits, for good.
  package func end() { unsafe write(ends[1], [UInt8(1)], 1) }
}
