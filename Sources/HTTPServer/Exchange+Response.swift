internal import HTTPMessage
internal import Support
internal import Synchronization

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
      if let entry { $0.hold(entry) }
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
    connection.opened?.respond()
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
    let cursor = RawWriteCursor(raw, body: response.body, isToHead: asksForHead, start: due) { [context] in context.head(of: response, raw)
    }
    if context.deliveries.start(RawWrite(cursor, on: connection, observer: plan.observer)) { return }
    plan.observer?.deliveryEnded(.clientGone, at: context.clock.now)
    connection.resume()
  }
}
