internal import HTTPMessage
internal import Synchronization

/// One request and its answer, from the request line to the last byte.
///
/// The library calls `advance` with the headers, with every piece of the body, at the body's end, and once more after a worker has resumed
/// the connection; always on the connection's own thread, never while it is suspended. A worker only leaves its answer here.
final class Exchange: Sendable {
  let context: ServerContext
  private let target: RequestTarget
  private let state = Mutex(ExchangeState())

  init(context: ServerContext, target: RequestTarget) {
    self.context = context
    self.target = target
    context.gate.enter()
  }

  /// Goes one step on; `false` has the library close the connection.
  func advance(on connection: Connection, method: UnsafePointer<CChar>?, chunk: UnsafeRawBufferPointer) -> Bool {
    switch state.withLock(\.stage) {
    case .opened: unsafe begin(method.map { unsafe String(cString: $0) } ?? "", on: connection)
    case .arriving: unsafe chunk.isEmpty ? end(on: connection) : take(chunk, on: connection)
    case .answered: state.withLock { $0.takeAnswer() }.map { deliver($0, on: connection) } ?? false
    case .working, .delivered: true
    }
  }

  /// The library is done with this request, one way or another.
  func complete() {
    context.gate.leave(answering: state.withLock(\.isAnswering))
  }

  private func begin(_ method: String, on connection: Connection) -> Bool {
    let head = RequestHead(method: method, path: target.path, query: target.query, headers: connection.headers)
    let verdict = RequestVerdict(head, headerSize: connection.headerSize, context: context)
    state.withLock { $0.begin(head, verdict) }
    // An answer before the body makes the library close the connection after it, which is what is wanted here.
    if verdict.leavesBody { return end(on: connection) }
    if verdict.announced ?? 0 > 0 { connection.noticeEnd() }
    return true
  }

  private func take(_ chunk: UnsafeRawBufferPointer, on connection: Connection) -> Bool {
    let (isWithinLimit, isWhole) = state.withLock { unsafe ($0.take(chunk), $0.isWhole) }
    if isWithinLimit {
      if !isWhole { connection.noticeEnd() }
      return true
    }
    context.log("a body of unknown length passed \(context.drainLimit) bytes; the connection is closed")
    connection.sendPastLibrary(DeliveryPlan.bodyTooLong.wireBytes(serverName: context.serverName))
    return false
  }

  private func end(on connection: Connection) -> Bool {
    guard context.gate.beginAnswer() else { return false }
    switch state.withLock({ $0.end() }) {
    case .refused(let plan):
      return deliver(plan, on: connection)
    case .request(let request):
      switch context.handler.answer(request) {
      case .now(let plan): return deliver(plan, on: connection)
      case .later(let make): return work(make, on: connection)
      }
    }
  }

  private func work(_ make: @escaping @Sendable () -> DeliveryPlan, on connection: Connection) -> Bool {
    state.withLock { $0.work() }
    // Suspended before the worker can know of it: a resume that comes first is lost.
    connection.suspend()
    let isQueued = context.workers.submit { [self] in resume(connection, with: make()) }
    if !isQueued { resume(connection, with: .queueFull) }
    return true
  }

  private func resume(_ connection: Connection, with plan: DeliveryPlan) {
    state.withLock { $0.answer(plan) }
    connection.resume()
  }

  private func deliver(_ plan: DeliveryPlan, on connection: Connection) -> Bool {
    let closes = state.withLock {
      $0.deliver()
      return $0.closesConnection
    }
    return context.deliver(plan, on: connection, closes: closes || !context.gate.isOpen)
  }
}
