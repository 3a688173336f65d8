internal import Support
internal import Synchronization

/// The one thread on which connections wait for their time, and scripts go over the wire.
///
/// Who hands a connection over has suspended it before. It is resumed exactly once, and not touched after that: the library may have freed
/// it by then.
final class DeliveryLoop: Sendable {
  /// What other threads have left for the loop's own.
  struct Inbox: Sendable {
    var resumptions: [(deadline: Duration, connection: Connection)] = []
    var runs: [RawWrite] = []
    var isHurried = false
    var isStopped = false

    fileprivate var isEmpty: Bool { resumptions.isEmpty && runs.isEmpty }
  }

  private let news = Mutex(Inbox())
  private let poller: Poller
  private let thread = Mutex<JoinableThread?>(nil)

  init(clock: Clock, log: @escaping @Sendable (String) -> Void) throws(HTTPServerError) {
    let poller = try Poller()
    self.poller = poller
    let thread = try JoinableThread { [self] in
      var work = RawWriteThread(poller: poller, clock: clock, log: log)
      work.run { takeNews() }
    }
    self.thread.withLock { $0 = thread }
    // A clock may outlive the server.
    clock.onAdvance { [weak self] in self?.poller.ring() }
  }

  /// Has the connection resumed when its time has come; `false` when nothing is waited for any more and the caller is to resume it.
  func resume(_ connection: Connection, at deadline: Duration) -> Bool {
    leave { news in
      guard !news.isHurried else { return false }
      news.resumptions.append((deadline, connection))
      return true
    }
  }

  /// Has a script played, and its connection resumed then; `false` after `stop`.
  func play(_ run: RawWrite) -> Bool {
    leave { news in
      guard !news.isStopped else { return false }
      news.runs.append(run)
      return true
    }
  }

  /// From now on nothing is waited for: what waits is due, and scripts send the rest of their bytes at once.
  func hurry() {
    news.withLock { $0.isHurried = true }
    poller.ring()
  }

  /// Ends the thread when all connections are resumed, and waits for it.
  func stop() {
    news.withLock {
      $0.isHurried = true
      $0.isStopped = true
    }
    poller.ring()
    thread.withLock { $0.take() }?.join()
  }

  private func leave(_ note: (inout Inbox) -> Bool) -> Bool {
    let (isTaken, isFirst) = news.withLock { news in
      let isFirst = news.isEmpty
      return (note(&news), isFirst)
    }
    // The first one wakes the thread, which then takes all.
    if isTaken, isFirst { poller.ring() }
    return isTaken
  }

  private func takeNews() -> Inbox {
    news.withLock { news in
      defer {
        news.resumptions = []
        news.runs = []
      }
      return news
    }
  }
}
