internal import Support
internal import Synchronization

/// The one thread on which suspended connections wait for their time, and raw responses go over the wire.
///
/// A connection is suspended before it is given to the loop. It is resumed exactly once, and not touched after that: the library may have
/// freed it by then.
final class DeliveryLoop: Sendable {
  /// What other threads have left for the loop's own.
  struct Inbox: Sendable {
    var resumptions: [(deadline: Duration, connection: Connection)] = []
    var writes: [RawWrite] = []
    var isExpedited = false
    var isStopped = false

    fileprivate var isEmpty: Bool { resumptions.isEmpty && writes.isEmpty }
  }

  private let inbox = Mutex(Inbox())
  private let poller: Poller
  private let thread = Mutex<JoinableThread?>(nil)

  init(clock: Clock, log: @escaping @Sendable (String) -> Void) throws(HTTPServerError) {
    do throws(SystemCallError) { poller = try Poller() } catch {
      throw .cannotStart("the thread for delays cannot wait: \(error.reason)")
    }
    let thread = try JoinableThread.started { [self] in
      var work = RawWriteThread(poller: poller, clock: clock, log: log)
      work.run { emptyInbox() }
    }
    self.thread.withLock { $0 = thread }
    // A clock may outlive the server.
    clock.onAdvance { [weak self] in self?.poller.wake() }
  }

  /// Resumes the connection at the deadline; `false` when nothing is waited for any more and the caller is to resume it.
  func resume(_ connection: Connection, at deadline: Duration) -> Bool {
    leave { inbox in
      guard !inbox.isExpedited else { return false }
      inbox.resumptions.append((deadline, connection))
      return true
    }
  }

  /// Writes a raw response, and resumes its connection then; `false` after `stop`.
  func start(_ write: RawWrite) -> Bool {
    leave { inbox in
      guard !inbox.isStopped else { return false }
      inbox.writes.append(write)
      return true
    }
  }

  /// Waits for nothing from now on: what waits is due, and raw responses send the rest of their bytes at once.
  func expedite() {
    inbox.withLock { $0.isExpedited = true }
    poller.wake()
  }

  /// Ends the thread when all connections are resumed, and waits for it.
  func stop() {
    inbox.withLock { ($0.isExpedited, $0.isStopped) = (true, true) }
    poller.wake()
    thread.withLock { $0.take() }?.join()
  }

  private func leave(_ entry: (inout Inbox) -> Bool) -> Bool {
    let (isTaken, isFirst) = inbox.withLock { inbox in
      let isFirst = inbox.isEmpty
      return (entry(&inbox), isFirst)
    }
    // The first one wakes the thread, which then takes all.
    if isTaken, isFirst { poller.wake() }
    return isTaken
  }

  private func emptyInbox() -> Inbox {
    inbox.withLock { inbox in
      defer { (inbox.resumptions, inbox.writes) = ([], []) }
      return inbox
    }
  }
}
