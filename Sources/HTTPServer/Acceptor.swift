internal import Glibc
internal import Synchronization

/// The thread that takes connections in and hands them to the library.
final class Acceptor: Sendable {
  private let listener: Listener
  private let daemon: Daemon
  private let context: ServerContext
  private let isStopped = Atomic(false)
  private let thread = Mutex<JoinableThread?>(nil)

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
    context.slots.giveBack()
    let thread = thread.withLock { $0.take() }
    thread?.join()
    listener.close()
  }

  private func acceptConnections() {
    while true {
      context.slots.take()
      if isStopped.load(ordering: .sequentiallyConsistent) { return }
      switch SocketAddress.accept(on: listener.socket) {
      case .success((let socket, let peer)):
        if !daemon.add(socket: socket, peer: peer) { context.slots.giveBack() }
      case .failure(let error):
        context.slots.giveBack()
        recover(from: error)
      }
    }
  }

  private func recover(from error: SystemError) {
    let isPassing = error.code == EINTR || error.code == ECONNABORTED || isStopped.load(ordering: .sequentiallyConsistent)
    if isPassing { return }
    context.log("no connection can be taken in: \(error)")
    context.slots.waitForClose()
  }
}
