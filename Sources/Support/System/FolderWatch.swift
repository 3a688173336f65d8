internal import Glibc
internal import Synchronization

/// Tells when files of a folder were written, moved or deleted (inotify), or another folder stands at its path.
///
/// A change is there to be seen as soon as the call that made it has returned, so a caller that asks after it never misses it.
package final class FolderWatch: Sendable {
  /// Which folder is watched: the path may lead to another one later.
  private struct Watched: Sendable, Equatable {
    var device: UInt = 0
    var file: UInt = 0

    init?(_ path: String) {
      var facts = stat()
      guard unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else { return nil }
      device = UInt(facts.st_dev)
      file = UInt(facts.st_ino)
    }
  }

  private let path: String
  private let descriptor: Int32
  /// A pipe that is written to when waiting is to end: its reading end, and its writing end.
  private let ends: [Int32]
  private let watched: Mutex<(folder: Watched?, watch: Int32)>

  /// Begins to watch; throws when there is no such folder, or the system has no watches left.
  package init(_ path: String) throws(SystemCallError) {
    self.path = path
    descriptor = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
    var ends: [Int32] = [-1, -1]
    let hasPipe = unsafe pipe(&ends) == 0
    self.ends = ends
    let watch = Self.watch(path, with: descriptor)
    watched = Mutex((Watched(path), watch))
    guard hasPipe, watch >= 0 else {
      let error = SystemCallError("cannot watch the folder \(path)")
      for open in [descriptor] + ends { close(open) }
      throw error
    }
  }

  deinit { for open in [descriptor] + ends { close(open) } }

  /// Tells whether anything has changed since the last call. Does not block.
  package func hasChanged() -> Bool {
    watched.withLock { watched in
      let (changed, isGone) = drain()
      let folder = Watched(path)
      guard isGone || folder != watched.folder else { return changed }
      inotify_rm_watch(descriptor, watched.watch)
      watched = (folder, Self.watch(path, with: descriptor))
      // Ending a watch is an event of its own, and what else has happened by now is in the result already.
      _ = drain()
      return true
    }
  }

  /// Blocks until something may have changed; `false` once `end` was called.
  package func wait() -> Bool {
    var entries = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)]
    while unsafe poll(&entries, 2, -1) < 0, errno == EINTR {}
    return entries[1].revents == 0
  }

  /// Wakes the thread that waits, for good.
  package func end() { unsafe write(ends[1], [UInt8(1)], 1) }

  /// Reads all events: whether there were any, and whether one says that the watched folder is gone.
  private func drain() -> (changed: Bool, isGone: Bool) {
    unsafe withUnsafeTemporaryAllocation(byteCount: 1_024, alignment: 8) { events in
      var (changed, isGone) = (false, false)
      while true {
        let count = unsafe read(descriptor, events.baseAddress, events.count)
        guard count > 0 else { return (changed, isGone) }
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
          let event = unsafe events.load(fromByteOffset: offset, as: inotify_event.self)
          if event.mask & UInt32(IN_IGNORED) != 0 { isGone = true } else { changed = true }
          offset += MemoryLayout<inotify_event>.size + Int(event.len)
        }
      }
    }
  }

  private static func watch(_ path: String, with descriptor: Int32) -> Int32 {
    let ofFiles = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE
    return unsafe inotify_add_watch(descriptor, path, UInt32(ofFiles | IN_MOVE_SELF | IN_DELETE_SELF))
  }
}
