internal import HTTPMessage
internal import Support
internal import Synchronization

/// One request and its response, from the request line to the last byte.
///
/// The library calls `advance` with the headers, with every piece of the body, at the body's end, and once more after the connection has
/// been resumed with a response; always on the connection's own thread, and while it is suspended only with a further chunk that it has
/// read already. A worker only leaves its response here.
final class Exchange: Sendable {
  /// What the library is to do next.
  enum Progress {
    case goesOn
    /// The piece of the body is to be given again.
    case leavesPiece
    case closes
  }

  private let context: ServerContext
  private let target: RequestTarget
  private let state = Mutex(ExchangeState())

  init(context: ServerContext, target: RequestTarget) {
    self.context = context
    self.target = target
    context.inFlight.enter()
  }

  func advance(on connection: Connection, method: UnsafePointer<CChar>?, chunk: UnsafeRawBufferPointer) -> Progress {
    switch state.withLock(\.stage) {
    case .opened: unsafe begin(method.map { unsafe String(cString: $0) } ?? "", on: connection)
    case .arriving: unsafe chunk.isEmpty ? end(on: connection) : take(chunk, on: connection)
    case .responded: deliverResponse(on: connection)
    case .working, .delivered: .goesOn
    case .ended: .closes
    }
  }

  /// Ends the request when the library is done with it. The connection is still open, also when it is to be closed.
  ///
  /// - Parameters:
  ///   - isSent: it has sent a whole response.
  ///   - isTimeout: nothing has come for too long.
  func complete(on connection: Connection, isSent: Bool, isTimeout: Bool) {
    let isLate = connection.opened?.current.kind == .ending && !context.inFlight.isClosing
    if isTimeout || isLate, let stall = state.withLock({ $0.takeStall() }) { respond(to: stall, on: connection) }
    let (isResponding, isCut, resets, wasLeaving, reportEnd) = state.withLock {
      ($0.isResponding, $0.isCutOff, $0.resets, $0.wasLeaving, $0.takeEndReport())
    }
    let pendingResponse = state.withLock { state in
      state.giveBackReservation()
      return state.pendingResponse.take()
    }
    if let pendingResponse { context.pendingResponses.release(pendingResponse) }
    // The system takes a short response also for a client that has closed its socket, and gets a reset for it at once.
    let isLost = wasLeaving && connection.socket.peerState == .broken
    reportEnd?(isSent && !isLost ? .done : .clientGone, context.clock.now)
    if resets { connection.socket.reset() }
    if resets || isCut || !isResponding && context.inFlight.isClosing {
      connection.opened?.begin(.ending)
    } else {
      // The library has refused the request in the middle, or its client is gone.
      if !isResponding { connection.opened?.leaveBody() }
      connection.opened?.rest(at: context.clock.now)
    }
    context.inFlight.leave(responding: isResponding)
  }

  /// Responds to a request whose body stopped.
  private func respond(to stall: ExchangeState.Stall, on connection: Connection) {
    context.log("\(stall.body), and no more came in time: answered, and the connection is closed")
    let plan = stall.plan()
    plan.observer?.deliveryBegan(at: context.clock.now)
    context.sendInBody(plan.response, on: connection)
    plan.observer?.deliveryEnded(.done, at: context.clock.now)
  }

  private func begin(_ method: String, on connection: Connection) -> Progress {
    var head = RequestHead(method: method, path: target.path, query: target.query, headers: connection.headers)
    head.isSecure = context.isSecure
    head.listener = context.listener
    let (now, opened) = (context.clock.now, connection.opened)
    head.arrival = RequestHead.Arrival(connection: opened?.number ?? 0, moment: now)
    let admission = RequestAdmission(head, headerSize: connection.headerSize, isSurplus: opened?.slot == .surplus, context: context)
    opened?.begin(admission.isTimed ? .arriving : .busy, at: now)
    guard state.withLock({ $0.begin(head, admission, now: context.clock.now) }) else { return .closes }
    if admission.leavesBody {
      // A response before the body makes the library close the connection after it, which is what is wanted here.
      opened?.leaveBody()
      return end(on: connection)
    }
    if admission.announced ?? 0 > 0 { connection.noticeEnd() }
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

  /// Tells whether the library has read as much as it can at once, and so reads again without waiting for the next bytes. It reads into the
  /// first half of the connection's memory, behind the header block.
  private func fillsBuffer(_ piece: UnsafeRawBufferPointer, on connection: Connection) -> Bool {
    let header = connection.headerSize
    return header < context.readBufferSize / 2 && piece.count >= context.readBufferSize - header
  }

  /// Suspends the connection until then; TCP holds the client back meanwhile.
  private func pause(_ connection: Connection, until due: Duration) {
    connection.suspend()
    if !context.deliveries.resume(connection, at: due) { connection.resume() }
  }

  private func giveUp(on connection: Connection) -> Progress {
    context.log("a body of unknown length passed \(context.drainLimit) bytes; the connection is closed")
    context.sendInBody(DeliveryPlan.bodyTooLong.response, on: connection)
    return .closes
  }

  private func end(on connection: Connection) -> Progress {
    guard context.inFlight.beginResponse() else { return .closes }
    connection.opened?.begin(.busy)
    let arrival = context.clock.now
    switch state.withLock({ $0.end() }) {
    case .refused(let plan): return settle(plan, arrival, on: connection)
    case .request(let request, let respond):
      switch respond?(request) ?? context.handler.respond(to: request) {
      case .ready(let plan): return settle(plan, arrival, on: connection)
      case .deferred(let make): return work(make, by: context.workers, arrival, on: connection)
      case .background(let make): return work(make, by: context.backgroundWorker, arrival, on: connection)
      }
    }
  }
}

/// From the response to the wire: at once, after a delay, or as a raw response.
extension Exchange {
  /// Delivers a response that is ready when the request has just come whole.
  func settle(_ plan: DeliveryPlan, _ arrival: Duration, on connection: Connection) -> Progress {
    let plan = counted(plan)
    if plan.rawResponse == nil, plan.delay <= .zero { return deliver(plan, on: connection) }
    // Suspended before any other thread can know of it: a resume that comes first is lost.
    connection.suspend()
    release(connection, with: plan, arrival)
    return .goesOn
  }

  /// Counts a response among the pending ones, and drops the request's body. Returns the plan, or a 503 when there is no room for it.
  private func counted(_ plan: DeliveryPlan) -> DeliveryPlan {
    let entry = context.pendingResponses.hold(plan.response.body)
    state.withLock {
      $0.giveBackReservation()
      if let entry { $0.pendingResponse = entry }
    }
    if entry != nil { return plan }
    context.log("an answer of \(plan.response.body.count) bytes was given up: clients have too many of those that wait for them")
    var replacement = DeliveryPlan.responsesFull
    replacement.observer = plan.observer
    return replacement
  }

  /// Lets a worker make the response while the connection is suspended.
  func work(
    _ make: @escaping @Sendable () -> DeliveryPlan, by workers: WorkerPool, _ arrival: Duration, on connection: Connection
  ) -> Progress {
    state.withLock { $0.work() }
    connection.suspend()
    let isQueued = workers.submit { [self] in release(connection, with: counted(make()), arrival) }
    if !isQueued { release(connection, with: counted(.queueFull), arrival) }
    return .goesOn
  }

  /// Gives a response to the library.
  func deliver(_ plan: DeliveryPlan, on connection: Connection) -> Progress {
    let isLast = !context.inFlight.isOpen || context.slots.isCrowded
    let closes = state.withLock { state in
      state.deliver(plan.observer)
      return isLast || state.closesConnection
    }
    plan.observer?.deliveryBegan(at: context.clock.now)
    connection.opened?.begin(.responding)
    return context.deliver(plan, on: connection, closes: closes) ? .goesOn : .closes
  }

  /// Delivers what the connection was resumed for.
  func deliverResponse(on connection: Connection) -> Progress {
    let client = connection.socket.peerState
    guard client != .broken, let plan = state.withLock({ $0.takeResponse(isLeaving: client == .ended) }) else { return .closes }
    return deliver(plan, on: connection)
  }

  /// Resumes a suspended connection when its response is due. The connection may be gone when this returns.
  private func release(_ connection: Connection, with plan: DeliveryPlan, _ arrival: Duration) {
    let plan = context.deliverable(plan)
    let due = arrival + plan.delay
    if let raw = plan.rawResponse { return start(raw, plan, from: due, on: connection) }
    state.withLock { $0.respond(plan) }
    let waits = plan.delay > .zero && due > context.clock.now && context.deliveries.resume(connection, at: due)
    if !waits { connection.resume() }
  }

  private func start(_ raw: RawResponse, _ plan: DeliveryPlan, from due: Duration, on connection: Connection) {
    let response = plan.response
    let asksForHead = state.withLock {
      $0.start(raw)
      return $0.asksForHead
    }
    let head = { @Sendable [context] in context.head(of: response, raw) }
    let cursor = RawWriteCursor(raw, body: response.body, isToHead: asksForHead, start: due, head: head)
    if context.deliveries.start(RawWrite(cursor, on: connection, observer: plan.observer)) { return }
    plan.observer?.deliveryEnded(.clientGone, at: context.clock.now)
    connection.resume()
  }
}
