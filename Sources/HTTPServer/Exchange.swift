internal import HTTPMessage
internal import Support
internal import Synchronization

/// One request and its answer, from the request line to the last byte.
///
/// The library calls `advance` with the headers, with every piece of the body, at the body's end, and once more after the connection has been
/// resumed with an answer; always on the connection's own thread, and while it is suspended only with a further chunk that it has read
/// already. A worker only leaves its answer here.
final class Exchange: Sendable {
  /// What the library is to do next.
  enum Progress {
    case goesOn
    /// The piece of the body is to be handed on again.
    case leavesPiece
    case closes
  }

  let context: ServerContext
  private let target: RequestTarget
  let state = Mutex(ExchangeState())

  init(context: ServerContext, target: RequestTarget) {
    self.context = context
    self.target = target
    context.gate.enter()
  }

  /// Goes one step on.
  func advance(on connection: Connection, method: UnsafePointer<CChar>?, chunk: UnsafeRawBufferPointer) -> Progress {
    switch state.withLock(\.stage) {
    case .opened: unsafe begin(method.map { unsafe String(cString: $0) } ?? "", on: connection)
    case .arriving: unsafe chunk.isEmpty ? end(on: connection) : take(chunk, on: connection)
    case .answered: deliverAnswer(on: connection)
    case .working, .delivered: .goesOn
    case .ended: .closes
    }
  }

  /// The library is done with this request, one way or another. Its connection is still open, also when it is to be closed.
  ///
  /// - Parameter isSent: whether the library has sent an answer whole.
  func complete(on connection: Connection, isSent: Bool) {
    let (isAnswering, isCut, resets, wasLeaving, farewell) = state.withLock {
      ($0.isAnswering, $0.isCutOff, $0.resets, $0.wasLeaving, $0.takeFarewell())
    }
    let heldAnswer = state.withLock { state in
      state.leaveRoom()
      return state.takeHeldAnswer()
    }
    if let heldAnswer { context.answersHeld.letGo(of: heldAnswer) }
    // The system takes a short answer also for a client that has closed its socket, and is told so by a reset at once.
    let isLost = wasLeaving && connection.clientSide == .broken
    farewell?(isSent && !isLost ? .done : .clientGone, context.clock.now)
    if resets { connection.reset() }
    if resets || isCut || !isAnswering && context.gate.isClosing {
      connection.opened?.endAtOnce()
    } else {
      // The library has refused it in the middle, or its client is gone.
      if !isAnswering { connection.opened?.leaveBody() }
      connection.opened?.rest(at: context.clock.now)
    }
    context.gate.leave(answering: isAnswering)
  }

  private func begin(_ method: String, on connection: Connection) -> Progress {
    var head = RequestHead(method: method, path: target.path, query: target.query, headers: connection.headers)
    head.isSecure = context.isSecure
    let (now, opened) = (context.clock.now, connection.opened)
    head.arrival = RequestHead.Arrival(connection: opened?.number ?? 0, moment: now)
    let verdict = RequestAdmission(head, headerSize: connection.headerSize, isSurplus: opened?.place == .surplus, context: context)
    opened?.begin(verdict.isTimed ? .arriving : .busy, at: now)
    guard state.withLock({ $0.begin(head, verdict, now: context.clock.now) }) else { return .closes }
    if verdict.leavesBody {
      // An answer before the body makes the library close the connection after it, which is what is wanted here.
      opened?.leaveBody()
      return end(on: connection)
    }
    if verdict.announced ?? 0 > 0 { connection.noticeEnd() }
    return .goesOn
  }

  private func take(_ piece: UnsafeRawBufferPointer, on connection: Connection) -> Progress {
    let (step, isWhole) = state.withLock { unsafe ($0.take(piece, isSuspended: connection.isSuspended), $0.isWhole) }
    switch step {
    case .goesOn:
      if !isWhole, unsafe !fillsBuffer(piece, on: connection) { connection.noticeEnd() }
      return .goesOn
    case .isWaiting: return .leavesPiece
    case .waits(let due):
      if due > context.clock.now { pause(connection, until: due) } else if !isWhole { connection.noticeEnd() }
      return .goesOn
    case .tooLong: return giveUp(on: connection)
    case .cut: return .closes
    }
  }

  /// Whether the library has read as much as it can at once, and so reads again without waiting for the next bytes to come.
  ///
  /// It reads into the first half of the connection's memory, behind the header block.
  private func fillsBuffer(_ piece: UnsafeRawBufferPointer, on connection: Connection) -> Bool {
    let header = connection.headerSize
    return header < context.readBufferSize / 2 && piece.count >= context.readBufferSize - header
  }

  /// TCP holds the client back meanwhile.
  private func pause(_ connection: Connection, until due: Duration) {
    connection.suspend()
    if !context.deliveries.resume(connection, at: due) { connection.resume() }
  }

  private func giveUp(on connection: Connection) -> Progress {
    context.log("a body of unknown length passed \(context.drainLimit) bytes; the connection is closed")
    let answer = DeliveryPlan.bodyTooLong.wireBytes(serverName: context.serverName)
    // In the middle of a body the library takes no answer. What does not fit into the socket's buffer is lost.
    _ = unsafe answer.withUnsafeBytes { unsafe connection.sendPastLibrary($0) }
    return .closes
  }

  private func end(on connection: Connection) -> Progress {
    guard context.gate.beginAnswer() else { return .closes }
    connection.opened?.work()
    let arrival = context.clock.now
    switch state.withLock({ $0.end() }) {
    case .refused(let plan):
      return settle(plan, arrival, on: connection)
    case .request(let request, let answer):
      switch answer?(request) ?? context.handler.respond(to: request) {
      case .ready(let plan): return settle(plan, arrival, on: connection)
      case .deferred(let make): return work(make, by: context.workers, arrival, on: connection)
      case .background(let make): return work(make, by: context.asideWorker, arrival, on: connection)
      }
    }
  }
}
