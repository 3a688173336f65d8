internal import HTTPMessage
internal import Support
internal import Synchronization

/// From the answer to the wire: at once, after a delay, or by a script.
extension Exchange {
  /// An answer that is there when the request has just come whole.
  func settle(_ plan: DeliveryPlan, _ arrival: Duration, on connection: Connection) -> Progress {
    let plan = admitted(plan)
    if plan.rawResponse == nil, plan.delay <= .zero { return deliver(plan, on: connection) }
    // Suspended before anybody else can know of it: a resume that comes first is lost.
    connection.suspend()
    release(connection, with: plan, arrival)
    return .goesOn
  }

  /// The answer, if there is room for it; and the request's body is gone.
  private func admitted(_ plan: DeliveryPlan) -> DeliveryPlan {
    let place = context.answersHeld.hold(plan.response.body)
    state.withLock {
      $0.leaveRoom()
      if let place { $0.hold(place) }
    }
    if place != nil { return plan }
    context.log("an answer of \(plan.response.body.count) bytes was given up: clients have too many of those that wait for them")
    var replacement = DeliveryPlan.answersFull
    replacement.observer = plan.observer
    return replacement
  }

  func work(
    _ make: @escaping @Sendable () -> DeliveryPlan, by workers: WorkerPool, _ arrival: Duration, on connection: Connection
  ) -> Progress {
    state.withLock { $0.work() }
    connection.suspend()
    let isQueued = workers.submit { [self] in release(connection, with: admitted(make()), arrival) }
    if !isQueued { release(connection, with: admitted(.queueFull), arrival) }
    return .goesOn
  }

  func deliver(_ plan: DeliveryPlan, on connection: Connection) -> Progress {
    let isLast = !context.gate.isOpen || context.slots.isCrowded
    let closes = state.withLock { state in
      state.deliver(plan.observer)
      return isLast || state.closesConnection
    }
    plan.observer?.deliveryBegan(at: context.clock.now)
    connection.opened?.answer()
    return context.deliver(plan, on: connection, closes: closes) ? .goesOn : .closes
  }

  /// Delivers what the connection was resumed for.
  func deliverAnswer(on connection: Connection) -> Progress {
    let client = connection.clientSide
    guard client != .broken, let plan = state.withLock({ $0.takeAnswer(isLeaving: client == .ended) }) else { return .closes }
    return deliver(plan, on: connection)
  }

  /// Has a suspended connection resumed when its answer is due. The connection may be gone when this returns.
  private func release(_ connection: Connection, with plan: DeliveryPlan, _ arrival: Duration) {
    let plan = context.deliverable(plan)
    let due = arrival + plan.delay
    if let script = plan.rawResponse { return play(script, plan, from: due, on: connection) }
    state.withLock { $0.answer(plan) }
    let waits = plan.delay > .zero && due > context.clock.now && context.deliveries.resume(connection, at: due)
    if !waits { connection.resume() }
  }

  private func play(_ script: RawResponse, _ plan: DeliveryPlan, from due: Duration, on connection: Connection) {
    let response = plan.response
    let asksForHead = state.withLock {
      $0.play(script)
      return $0.asksForHead
    }
    let cursor = RawWriteCursor(script, body: response.body, answersHead: asksForHead, start: due) { [context] in
      context.head(of: response, script)
    }
    if context.deliveries.play(RawWrite(cursor, on: connection, witness: plan.observer)) { return }
    plan.observer?.deliveryEnded(.clientGone, at: context.clock.now)
    connection.resume()
  }
}
