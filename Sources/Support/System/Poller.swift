internal import CSupport
internal import Glibc

/// A set of sockets that one thread waits for, and that other threads can wake it from (epoll and eventfd).
///
///     let poller = try Poller()
///     try poller.watch(socket, for: .readable, key: 1, isNew: true)
///     for event in poller.wait(atMost: .seconds(1)) { … }
package final class Poller: Sendable {
  /// What is waited for, besides the end of a connection in both directions, which is always noticed.
  package enum Interest: Sendable {
    case nothing
    /// The socket's buffer takes bytes.
    case writable
    /// The other side sends nothing more.
    case endOfInput
    /// Bytes, or the end of them.
    case readable
  }

  /// Something that happened to a socket.
  package struct Event: Sendable {
    /// The key that the socket is watched under.
    package let key: UInt64
    /// Whether the connection is over, or what was waited for has come, unless that was `writable`.
    package let isEnd: Bool
  }

  private static let wakeupKey = UInt64.max
  private let epoll: Int32
  private let wakeup: Int32

  /// Makes an empty set; throws when the process has no descriptors left.
  package init() throws(SystemCallError) {
    epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    wakeup = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    var event = unsafe Self.event(EPOLLIN.rawValue, Self.wakeupKey)
    guard epoll >= 0, wakeup >= 0, unsafe epoll_ctl(epoll, EPOLL_CTL_ADD, wakeup, &event) == 0 else {
      throw SystemCallError("cannot wait for sockets")
    }
  }

  deinit { for descriptor in [epoll, wakeup] where descriptor >= 0 { _ = close(descriptor) } }

  /// Wakes the thread that waits, or lets it not wait the next time.
  package func wake() { _ = eventfd_write(wakeup, 1) }

  /// Watches a socket from now on, or changes what a watched one is watched for (`isNew`: it is not watched yet). Its events are told by
  /// the key.
  package func watch(_ socket: Socket, for interest: Interest, key: UInt64, isNew: Bool) throws(SystemCallError) {
    var event = unsafe Self.event(interest.mask, key)
    guard unsafe epoll_ctl(epoll, isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket.descriptor, &event) == 0 else {
      throw SystemCallError("cannot wait for a socket")
    }
  }

  /// Watches a socket no longer.
  package func forget(_ socket: Socket) { _ = epoll_ctl(epoll, EPOLL_CTL_DEL, socket.descriptor, nil) }

  /// Waits, without end for nil, and returns what happened to the sockets; nothing when the time is over or `wake` was called.
  ///
  /// The time is rounded up to milliseconds, so that nothing fires early and what is due within the same millisecond fires together. It is
  /// an hour at most.
  package func wait(atMost timeout: Duration?) -> [Event] {
    unsafe withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 64) { events in
      let count = unsafe epoll_wait(epoll, events.baseAddress, Int32(events.count), timeout?.pollMilliseconds ?? -1)
      var happened: [Event] = []
      for index in 0..<max(0, Int(count)) {
        let (key, mask) = unsafe (events[index].data.u64, events[index].events)
        if key == Self.wakeupKey {
          var calls: eventfd_t = 0
          _ = unsafe eventfd_read(wakeup, &calls)
        } else {
          happened.append(Event(key: key, isEnd: mask & ~EPOLLOUT.rawValue != 0))
        }
      }
      return happened
    }
  }

  private static func event(_ mask: UInt32, _ key: UInt64) -> epoll_event { unsafe epoll_event(events: mask, data: epoll_data_t(u64: key)) }
}

extension Poller.Interest {
  fileprivate var mask: UInt32 {
    switch self {
    case .nothing: 0
    case .writable: EPOLLOUT.rawValue
    case .endOfInput: EPOLLRDHUP.rawValue
    case .readable: EPOLLIN.rawValue
    }
  }
}

extension Duration {
  /// A time to wait, as poll(2) and epoll_wait(2) take it: rounded up, between 0 and an hour.
  var pollMilliseconds: Int32 { Int32(min(max(self, .zero), .seconds(3_600)).millisecondsRoundedUp) }
}
