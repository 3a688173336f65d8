internal import HTTPMessage

/// The decision about a request by its headers alone: whether its body is taken in, and how.
struct RequestAdmission: Sendable {
  enum Action: Sendable {
    case collect(BodyIntake, Intake, BodyReservation)
    case refuse(DeliveryPlan)
  }

  let action: Action
  /// The body stays on the wire: it is too long to be read, or its end is not known.
  let leavesBody: Bool
  let closesConnection: Bool
  /// Bytes of body after which the connection is closed without the rest.
  let ceiling: Int
  /// The body's length by the headers; nil: chunked.
  let announced: Int?

  /// Whether the client alone decides how long its body takes.
  var isTimed: Bool {
    guard case .collect(_, let intake, _) = action else { return !leavesBody }
    return intake.bytesPerSecond == nil
  }

  init(_ head: RequestHead, headerSize: Int, isSurplus: Bool, context: ServerContext) {
    switch RequestFraming(head.headers) {
    case .conflicting(let reason): self.init(leavingBodyFor: .conflictingFraming(reason))
    case .unknownCoding: self.init(leavingBodyFor: .unknownCoding)
    case .length(let length): self.init(head, headerSize, announced: length, closes: isSurplus, isSurplus, context)
    case .chunked(let closes): self.init(head, headerSize, announced: nil, closes: closes || isSurplus, isSurplus, context)
    }
  }

  private init(leavingBodyFor plan: DeliveryPlan) {
    action = .refuse(plan)
    leavesBody = true
    closesConnection = true
    ceiling = 0
    announced = nil
  }

  private init(_ head: RequestHead, _ headerSize: Int, announced: Int?, closes: Bool, _ isSurplus: Bool, _ context: ServerContext) {
    var limit = 0
    switch Self.admission(head, headerSize, isSurplus, context) {
    case .refuse(let plan): action = .refuse(plan)
    case .collect(let intake):
      // What is longer than the intake is dropped as it comes, and takes nothing of the budget.
      let kept = announced.map { $0 <= intake.limit ? $0 : 0 }
      if let reservation = BodyReservation(in: context.bodyBudget, announced: kept) {
        action = .collect(BodyIntake(upTo: intake.limit, announced: announced), intake, reservation)
      } else {
        action = .refuse(.noRoom(for: announced ?? 0, of: context.bodyBudget.limit))
      }
      limit = intake.limit
    }
    ceiling = max(limit, context.drainLimit)
    leavesBody = announced.map { [ceiling] in $0 > ceiling } ?? false
    closesConnection = closes
    self.announced = announced
  }

  private static func admission(_ head: RequestHead, _ headerSize: Int, _ isSurplus: Bool, _ context: ServerContext) -> Admission {
    if !context.inFlight.isOpen { return .refuse(.stopping) }
    if isSurplus { return .refuse(.crowded) }
    if headerSize > context.headerLimit { return .refuse(.headersTooLong(limit: context.headerLimit)) }
    return context.handler.admit(head)
  }
}
