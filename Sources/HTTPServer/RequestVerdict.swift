internal import HTTPMessage

/// What becomes of a request, by its headers alone.
struct RequestVerdict: Sendable {
  enum Course: Sendable {
    case collect(BodyIntake, Intake)
    case refuse(DeliveryPlan)
  }

  let course: Course
  /// The body stays on the wire: it is too long to be read, or nobody can tell where it ends.
  let leavesBody: Bool
  let closesConnection: Bool
  /// Bytes of body after which the connection is closed without the rest.
  let ceiling: Int
  /// The length the client announced, if it did.
  let announced: Int?

  init(_ head: RequestHead, headerSize: Int, context: ServerContext) {
    switch RequestFraming(head.headers) {
    case .conflicting(let reason): self.init(leavingBodyFor: .conflictingFraming(reason))
    case .unknownCoding: self.init(leavingBodyFor: .unknownCoding)
    case .length(let length): self.init(head, headerSize, announced: length, closes: false, context)
    case .chunked(let closes): self.init(head, headerSize, announced: nil, closes: closes, context)
    }
  }

  private init(leavingBodyFor plan: DeliveryPlan) {
    course = .refuse(plan)
    leavesBody = true
    closesConnection = true
    ceiling = 0
    announced = nil
  }

  private init(_ head: RequestHead, _ headerSize: Int, announced: Int?, closes: Bool, _ context: ServerContext) {
    var limit = 0
    switch Self.admission(head, headerSize, context) {
    case .refuse(let plan):
      course = .refuse(plan)
    case .collect(let intake):
      course = .collect(BodyIntake(upTo: intake.limit, announced: announced), intake)
      limit = intake.limit
    }
    ceiling = max(limit, context.drainLimit)
    leavesBody = announced.map { [ceiling] in $0 > ceiling } ?? false
    closesConnection = closes
    self.announced = announced
  }

  private static func admission(_ head: RequestHead, _ headerSize: Int, _ context: ServerContext) -> Admission {
    if !context.gate.isOpen { return .refuse(.stopping) }
    if headerSize > context.headerLimit { return .refuse(.headersTooLong(limit: context.headerLimit)) }
    return context.handler.admit(head)
  }
}
