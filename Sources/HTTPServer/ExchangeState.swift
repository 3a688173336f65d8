internal import HTTPMessage

/// The state of a request and its response, without any I/O.
struct ExchangeState: Sendable {
  enum Stage: Sendable {
    /// The request line has come.
    case opened
    /// The headers have come and the body is coming.
    case arriving
    /// A worker makes the response.
    case working
    /// The response is made.
    case responded
    /// The library has the response.
    case delivered
    /// A raw response is on the wire, or the request was cut off: the library has only to close the connection.
    case ended
  }

  /// What a request turned out to be at its end.
  enum Outcome {
    case refused(DeliveryPlan)
    /// With the closure that responds to it, if that is not the handler.
    case request(Request, respond: (@Sendable (consuming Request) -> Work<DeliveryPlan>)?)
  }

  /// What a piece of the body leads to.
  enum BodyStep {
    case goesOn
    /// The connection waits; the piece is to be given again after that.
    case isWaiting
    /// Nothing more is read until then.
    case waits(until: Duration)
    /// The body is longer than the server reads.
    case tooLong
    case cut
  }

  private(set) var stage = Stage.opened
  /// Whether the response is being made or was: from then on a stop waits for it.
  private(set) var isResponding = false
  private(set) var closesConnection = false
  /// Whether the connection ends with a reset instead of in order.
  private(set) var resets = false
  /// Whether the client had closed its sending side before a response that it waited for was sent.
  private(set) var wasLeaving = false
  /// Whether the request is a HEAD, whose response has no body.
  private(set) var asksForHead = false
  /// The length of the body by the headers; nil: chunked, or none.
  private var announced: Int?
  private var head: RequestHead?
  private var body = BodyIntake.dropping
  private var reservation: BodyReservation?
  /// The response's entry among the pending ones.
  var pendingResponse: PendingResponses.Entry?
  private var pace: UploadPace?
  private var cut: Intake.Cut?
  private var respond: (@Sendable (consuming Request) -> Work<DeliveryPlan>)?
  private var respondToStall: (@Sendable (Intake.StalledBody) -> DeliveryPlan)?
  private var abandoned: (@Sendable (Intake.Abandonment) -> Void)?
  private var observer: (any DeliveryObserver)?
  private var ceiling = 0
  /// The length of a body that is left on the wire.
  private var leftLength = 0
  /// The response, decided from the headers or made by a worker.
  private var plan: DeliveryPlan?

  /// Takes the headers; `false` when the request is cut off right after them. `now` is asked only where the body comes at a pace.
  mutating func begin(_ head: RequestHead, _ admission: RequestAdmission, now: @autoclosure () -> Duration) -> Bool {
    stage = .arriving
    asksForHead = head.method == "HEAD"
    closesConnection = admission.closesConnection
    ceiling = admission.ceiling
    announced = admission.announced
    leftLength = admission.leavesBody ? admission.announced ?? 0 : 0
    switch admission.action {
    case .refuse(let plan): self.plan = plan
    case .collect(let body, let intake, let reservation):
      self.head = head
      self.body = body
      self.reservation = reservation
      respond = intake.respond
      abandoned = intake.abandoned
      respondToStall = intake.respondToStall
      cut = intake.cut
      if let rate = intake.bytesPerSecond, rate > 0 { pace = UploadPace(start: now(), bytesPerSecond: rate) }
    }
    return !isCut
  }

  /// Takes a piece of the body. `isSuspended` is asked only where the body comes at a pace: the library hands on what it has of further
  /// chunks, suspended or not.
  mutating func take(_ piece: UnsafeRawBufferPointer, isSuspended: @autoclosure () -> Bool) -> BodyStep {
    if pace != nil, isSuspended() { return .isWaiting }
    if reservation?.grow(to: body.kept(with: piece.count)) == false { refuseBody() }
    unsafe body.take(piece)
    if isCut { return .cut }
    guard body.received <= ceiling else { return .tooLong }
    return pace.map { .waits(until: $0.deadline(received: body.received)) } ?? .goesOn
  }

  /// Whether all of an announced body is in; unknown for a chunked one, and then `false`.
  var isWhole: Bool { announced.map { body.received >= $0 } ?? false }

  /// Ends the request: it is whole.
  mutating func end() -> Outcome {
    isResponding = true
    abandoned = nil
    guard let head = head.take() else { return .refused(plan.take() ?? .undeliverable) }
    defer { body = .dropping }
    return .request(Request(head: head, body: body.body(announced: leftLength)), respond: respond.take())
  }

  /// Drops a body of unknown length that there is no room for, with what came of it.
  private mutating func refuseBody() {
    reservation?.giveBack()
    (head, respond, reservation) = (nil, nil, nil)
    plan = .noRoom(for: 0, of: .max)
    body.drop()
  }

  /// Gives back what the request's body took of the budget.
  mutating func giveBackReservation() {
    reservation?.giveBack()
    reservation = nil
  }

  mutating func work() { stage = .working }

  mutating func respond(_ plan: DeliveryPlan) {
    stage = .responded
    self.plan = plan
    observer = plan.observer
  }

  /// Notes that the response goes over the wire past the library.
  mutating func start(_ raw: RawResponse) {
    stage = .ended
    resets = raw.ending == .reset
  }

  /// Removes and returns the response that a worker left; `isLeaving`: the client has closed its sending side.
  mutating func takeResponse(isLeaving: Bool) -> DeliveryPlan? {
    wasLeaving = isLeaving
    return plan.take()
  }

  /// Notes that the library has the response.
  mutating func deliver(_ observer: (any DeliveryObserver)?) {
    stage = .delivered
    self.observer = observer
  }

  /// A body that stopped, and what its request is answered with.
  struct Stall {
    let body: Intake.StalledBody
    let plan: () -> DeliveryPlan
  }

  /// Removes and returns what a request is answered with whose body stopped; nil: it does not wait for its body.
  mutating func takeStall() -> Stall? {
    guard stage == .arriving, !isResponding else { return nil }
    let body = Intake.StalledBody(received: body.received, announced: announced)
    let (refusal, respond) = (plan.take(), respondToStall.take())
    abandoned = nil
    return Stall(body: body) { refusal ?? respond?(body) ?? .stalled(body) }
  }

  /// Returns a closure that reports how the request ended; nil: nothing observes it, or another thread reports it.
  mutating func takeEndReport() -> (@Sendable (DeliveryEnding, Duration) -> Void)? {
    if let observer = observer.take() ?? plan?.observer { return { observer.deliveryEnded($0, at: $1) } }
    guard let abandoned = abandoned.take() else { return nil }
    let abandonment = Intake.Abandonment(received: body.received, isCut: stage == .ended)
    return { _, _ in abandoned(abandonment) }
  }

  /// Whether the request was cut off before it was whole.
  var isCutOff: Bool { stage == .ended && !isResponding }

  /// Whether the request is cut off here, which then is its end.
  private var isCut: Bool {
    mutating get {
      guard let cut, body.received >= cut.after else { return false }
      stage = .ended
      resets = cut.resets
      return true
    }
  }
}
