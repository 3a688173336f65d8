internal import CHTTP
internal import Glibc
internal import Support

/// Sockets that one thread waits for, and a bell that other threads wake it with.
final class Poller: Sendable {
  /// What is waited for besides the end of a connection in both directions, which is always noticed.
  enum Interest: Sendable {
    case nothing
    /// Room in the socket's buffer.
    case room
    /// The client sends nothing more.
    case farewell
    /// Bytes, or the end of them.
    case bytes
  }

  struct Event: Sendable {
    let key: UInt64
    /// The connection is over, or what was waited for has come, unless that was room.
    let isEnd: Bool
  }

  private static let bellKey = UInt64.max
  private let epoll: Int32
  private let bell: Int32

  init() throws(HTTPServerError) {
    epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    var event = unsafe Self.event(EPOLLIN.rawValue, Self.bellKey)
    guard epoll >= 0, bell >= 0, unsafe epoll_ctl(epoll, EPOLL_CTL_ADD, bell, &event) == 0 else {
      throw .cannotStart("the thread for delays cannot wait: \(SystemError())")
    }
  }

  deinit {
    for descriptor in [epoll, bell] where descriptor >= 0 { _ = close(descriptor) }
  }

  /// Wakes the thread that waits, or has it not wait the next time.
  func ring() { _ = eventfd_write(bell, 1) }

  /// Waits for a socket from now on; `false` when the system does not let it.
  func watch(_ socket: Int32, for interest: Interest, key: UInt64, isNew: Bool) -> Bool {
    var event = unsafe Self.event(interest.mask, key)
    return unsafe epoll_ctl(epoll, isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, &event) == 0
  }

  func forget(_ socket: Int32) { _ = epoll_ctl(epoll, EPOLL_CTL_DEL, socket, nil) }

  /// Waits, without end for `nil`, and returns what happened to the sockets.
  ///
  /// Rounded up to milliseconds, so that nothing fires early and what is due within the same millisecond fires together; an hour at most.
  func wait(atMost timeout: Duration?) -> [Event] {
    let milliseconds = timeout.map { Int32(min(max($0, .zero), .seconds(3_600)).millisecondsRoundedUp) }
    return unsafe withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 64) { events in
      let count = unsafe epoll_wait(epoll, events.baseAddress, Int32(events.count), milliseconds ?? -1)
      var happened: [Event] = []
      for index in 0..<max(0, Int(count)) {
        let (key, mask) = unsafe (events[index].data.u64, events[index].events)
        if key == Self.bellKey {
          var rings: eventfd_t = 0
          _ = unsafe eventfd_read(bell, &rings)
        } else {
          happened.append(Event(key: key, isEnd: mask & ~EPOLLOUT.rawValue != 0))
        }
      }
      return happened
    }
  }

  private static func event(_ mask: UInt32, _ key: UInt64) -> epoll_event {
    unsafe epoll_event(events: mask, data: epoll_data_t(u64: key))
  }
}

extension Poller.Interest {
  fileprivate var mask: UInt32 {
    switch self {
    case .nothing: 0
    case .room: EPOLLOUT.rawValue
    case .farewell: EPOLLRDHUP.rawValue
    case .bytes: EPOLLIN.rawValue
    }
  }
}
