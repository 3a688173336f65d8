internal import Dispatch
internal import Support
internal import Synchronization

/// The thread that accepts connections and hands them to the library.
///
/// When all slots are taken the connection that has been idle for longest is closed, or one that only lingers. When there is none, the new
/// one gets one of a few surplus slots, and a 503. Only when those are taken, too, does it wait in the system's queue.
final class Acceptor: Sendable {
  private let listener: Listener
  private let daemon: Daemon
  private let context: ServerContext
  private let isStopped = Atomic(false)
  private let thread = Mutex<JoinableThread?>(nil)

  /// How often connections are looked through for those that take too long.
  private static let lookInterval = Duration.seconds(1)
  /// How often the library is told of a connection that is to end, 10 ms apart.
  private static let reminders = 100

  init(listener: Listener, daemon: Daemon, context: ServerContext) throws(HTTPServerError) {
    self.listener = listener
    self.daemon = daemon
    self.context = context
    let thread = try JoinableThread.started { [self] in acceptConnections() }
    self.thread.withLock { $0 = thread }
    // A clock may outlive the server. What is late by a manual clock is ended when that is advanced.
    context.clock.onAdvance { [weak context] in if let context { context.connections.endLate(at: context.clock.now) } }
  }

  /// Accepts no more connections, and closes the listening socket.
  func stop() {
    isStopped.store(true, ordering: .sequentiallyConsistent)
    listener.socket.shutDown(.both)
    thread.withLock { $0.take() }?.join()
    listener.socket.close()
  }

  private var isOver: Bool { isStopped.load(ordering: .sequentiallyConsistent) }

  private func acceptConnections() {
    var nextLook = Clock.system.now
    while !isOver {
      let hasNewcomer = listener.socket.waitForConnection(atMost: context.connections.isEmpty ? nil : Self.lookInterval)
      if nextLook <= Clock.system.now {
        context.connections.endLate(at: context.clock.now)
        context.connections.remind()
        nextLook = Clock.system.now + Self.lookInterval
      }
      if hasNewcomer, let slot = takeSlot() { accept(in: slot) }
    }
  }

  /// Takes a slot for a connection that waits; nil: none has become free.
  private func takeSlot() -> SlotKind? {
    if context.slots.take() { return .ordinary }
    if let slot = context.connections.endIdlest(), takeWhenFreed(slot) { return slot }
    if context.lingering.endOldest(), context.slots.take() { return .ordinary }
    if context.surplusSlots.take() { return .surplus }
    return context.slots.take(within: .milliseconds(100)) ? .ordinary : nil
  }

  /// Waits until the library has closed what was told to end: its thread does so at once unless the machine is overloaded.
  private func takeWhenFreed(_ slot: SlotKind) -> Bool {
    for _ in 0..<Self.reminders {
      if context.slots(of: slot).take(within: .milliseconds(10)) { return true }
      if isOver { return false }
      context.connections.remind()
    }
    return false
  }

  private func accept(in slot: SlotKind) {
    do throws(SystemCallError) {
      let (socket, peer) = try listener.socket.accept()
      if let lost = context.connections.expect(socket, in: slot, at: context.clock.now) { context.slots(of: lost).giveBack() }
      guard !daemon.add(socket: socket, peer: peer) else { return }
      context.connections.forget(socket)
      context.slots(of: slot).giveBack()
    } catch {
      context.slots(of: slot).giveBack()
      recover(from: error)
    }
  }

  private func recover(from error: SystemCallError) {
    if error.isPassing || isOver { return }
    context.log("no connection can be taken in: \(error.reason)")
    if context.connections.endIdlest() == nil { context.slots.waitForClose() }
  }
}

/// A listening TCP socket.
///
/// Not libmicrohttpd's own: here errors keep their reason, and accepting can be stopped without `MHD_quiesce_daemon`, which aborts the
/// process when a thread of the pool takes the socket out of its epoll set at the same moment (seen in 0.9.75's source).
struct Listener: Sendable {
  let socket: Socket
  /// The actual port, also when any free one was asked for.
  let port: Int

  /// Binds to the first of the host's addresses that this machine has.
  init(host: String, port: Int) throws(HTTPServerError) {
    var failure = HTTPServerError.addressUnavailable(host: host)
    for address in SocketAddress.resolve(host: host, port: port) {
      do throws(SystemCallError) {
        socket = try Socket.listening(on: address)
        self.port = SocketAddress.local(of: socket)?.port ?? port
        return
      } catch {
        if error.isAddressTaken { throw .portTaken(host: host, port: port) }
        if !error.isAddressMissing { failure = .cannotStart("\(host) port \(port): \(error.reason)") }
      }
    }
    throw failure
  }
}
