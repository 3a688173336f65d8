internal import Dispatch
internal import Glibc
internal import Support
internal import Synchronization

/// The thread that takes connections in and hands them to the library.
///
/// When all places are taken the connection that has been idle for longest goes, or one that only lingers. When there is none, the newcomer
/// gets one of a few further places, where it is told so. Only when those are busy, too, does it wait in the system's queue.
final class Acceptor: Sendable {
  private let listener: Listener
  private let daemon: Daemon
  private let context: ServerContext
  private let isStopped = Atomic(false)
  private let thread = Mutex<JoinableThread?>(nil)

  /// How often connections are looked through for those that take too long, in milliseconds.
  private static let lookInterval: Int32 = 1_000
  /// How often the library is told of one that is to end, 10 ms apart.
  private static let reminders = 100

  init(listener: Listener, daemon: Daemon, context: ServerContext) throws(HTTPServerError) {
    self.listener = listener
    self.daemon = daemon
    self.context = context
    let thread = try JoinableThread { [self] in acceptConnections() }
    self.thread.withLock { $0 = thread }
  }

  /// Takes no more connections in, and closes the listening socket.
  func stop() {
    isStopped.store(true, ordering: .sequentiallyConsistent)
    listener.shutDown()
    let thread = thread.withLock { $0.take() }
    thread?.join()
    listener.close()
  }

  private var isOver: Bool { isStopped.load(ordering: .sequentiallyConsistent) }

  private func acceptConnections() {
    var nextLook = Clock.system.now
    while !isOver {
      let hasNewcomer = listener.waitForNewcomer(milliseconds: context.connections.isEmpty ? nil : Self.lookInterval)
      if nextLook <= Clock.system.now {
        context.connections.endLate(at: context.clock.now)
        context.connections.remind()
        nextLook = Clock.system.now + .milliseconds(Self.lookInterval)
      }
      if hasNewcomer, let place = place() { takeIn(to: place) }
    }
  }

  /// A place for a connection that is waiting; nil: none has become free.
  private func place() -> ConnectionPlace? {
    if context.slots.take() { return .ordinary }
    if let place = context.connections.endIdlest(), isFreeSoon(place) { return place }
    if context.lingering.endOldest(), context.slots.take() { return .ordinary }
    if context.surplusSlots.take() { return .surplus }
    return context.slots.take(within: .milliseconds(100)) ? .ordinary : nil
  }

  /// Waits for the library to close what was told to end: its thread does so when it comes to it, at once unless the machine is overloaded.
  private func isFreeSoon(_ place: ConnectionPlace) -> Bool {
    for _ in 0..<Self.reminders {
      if context.slots(of: place).take(within: .milliseconds(10)) { return true }
      if isOver { return false }
      context.connections.remind()
    }
    return false
  }

  private func takeIn(to place: ConnectionPlace) {
    switch SocketAddress.accept(on: listener.socket) {
    case .success((let socket, let peer)):
      if let lost = context.connections.expect(socket, in: place, at: context.clock.now) { context.slots(of: lost).giveBack() }
      guard !daemon.add(socket: socket, peer: peer) else { return }
      context.connections.forget(socket)
      context.slots(of: place).giveBack()
    case .failure(let error):
      context.slots(of: place).giveBack()
      recover(from: error)
    }
  }

  private func recover(from error: SystemError) {
    let isPassing = [EINTR, EAGAIN, ECONNABORTED].contains(error.code) || isOver
    if isPassing { return }
    context.log("no connection can be taken in: \(error)")
    if context.connections.endIdlest() == nil { context.slots.waitForClose() }
  }
}
