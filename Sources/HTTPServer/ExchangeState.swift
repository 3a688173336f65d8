internal import HTTPMessage

/// How far a request and its answer are, without any I/O.
struct ExchangeState: Sendable {
  enum Stage: Sendable {
    /// The request line has come.
    case opened
    /// The headers have come and the body is coming.
    case arriving
    /// A worker makes the answer.
    case working
    /// The answer is made.
    case answered
    /// The answer is the library's.
    case delivered
    /// A script is on the wire, or the request was cut off: the library has nothing more to do than to close the connection.
    case ended
  }

  /// What a request turned out to be at its end.
  enum Outcome {
    /// Refused by its headers.
    case refused(DeliveryPlan)
    /// With who answers it, if that is not the handler.
    case request(Request, answer: (@Sendable (consuming Request) -> Work<DeliveryPlan>)?)
  }

  /// What a piece of the body leads to.
  enum BodyStep {
    case goesOn
    /// The connection waits; the piece is to be handed on again after that.
    case isWaiting
    /// Nothing more is read until then.
    case waits(until: Duration)
    /// The body has become longer than anybody reads.
    case tooLong
    case cut
  }

  private(set) var stage = Stage.opened
  /// Whether the answer is being made or was: from then on a stop waits for it.
  private(set) var isAnswering = false
  private(set) var closesConnection = false
  /// Whether the connection ends with a reset instead of in order.
  private(set) var resets = false
  /// Whether the client had closed its sending side before an answer that it waited for was sent.
  private(set) var wasLeaving = false
  /// Whether the request is a HEAD, whose answer has no body.
  private(set) var asksForHead = false
  /// The length of the body by the headers; nil: chunked, or none.
  private var announced: Int?
  private var head: RequestHead?
  private var body = BodyIntake.dropping
  private var room: BodyReservation?
  private var heldAnswer: PendingResponses.Place?
  private var pace: UploadPace?
  private var cut: Intake.Cut?
  private var answering: (@Sendable (consuming Request) -> Work<DeliveryPlan>)?
  private var abandoned: (@Sendable (Intake.Abandonment) -> Void)?
  private var witness: (any DeliveryObserver)?
  private var ceiling = 0
  /// The length of a body that is left on the wire.
  private var leftLength = 0
  /// The answer, decided from the headers or made by a worker.
  private var plan: DeliveryPlan?

  /// Takes the headers in; `false` when the request is cut off right after them.
  ///
  /// - Parameter now: asked only where the body comes at a pace.
  mutating func begin(_ head: RequestHead, _ verdict: RequestAdmission, now: @autoclosure () -> Duration) -> Bool {
    stage = .arriving
    asksForHead = head.method == "HEAD"
    closesConnection = verdict.closesConnection
    ceiling = verdict.ceiling
    announced = verdict.announced
    leftLength = verdict.leavesBody ? verdict.announced ?? 0 : 0
    switch verdict.course {
    case .refuse(let plan):
      self.plan = plan
    case .collect(let body, let intake, let room):
      self.head = head
      self.body = body
      self.room = room
      answering = intake.answer
      abandoned = intake.abandoned
      cut = intake.cut
      if let rate = intake.bytesPerSecond, rate > 0 { pace = UploadPace(start: now(), bytesPerSecond: rate) }
    }
    return !isCut
  }

  /// Takes a piece of the body.
  ///
  /// - Parameter isSuspended: asked only where the body comes at a pace. The library hands on what it has of further chunks, suspended or not.
  mutating func take(_ piece: UnsafeRawBufferPointer, isSuspended: @autoclosure () -> Bool) -> BodyStep {
    if pace != nil, isSuspended() { return .isWaiting }
    if room?.hold(body.kept(with: piece.count)) == false { refuseBody() }
    unsafe body.take(piece)
    if isCut { return .cut }
    guard body.received <= ceiling else { return .tooLong }
    return pace.map { .waits(until: $0.deadline(received: body.received)) } ?? .goesOn
  }

  /// Whether all of an announced body is in; unknown for a chunked one, and then `false`.
  var isWhole: Bool { announced.map { body.received >= $0 } ?? false }

  mutating func end() -> Outcome {
    isAnswering = true
    abandoned = nil
    guard let head = head.take() else { return .refused(plan.take() ?? .undeliverable) }
    defer { body = .dropping }
    return .request(Request(head: head, body: body.body(announced: leftLength)), answer: answering.take())
  }

  /// There is no room for the rest of a body of unknown length: it is dropped, as what came of it is.
  private mutating func refuseBody() {
    room?.giveBack()
    (head, answering, room) = (nil, nil, nil)
    plan = .noRoom(for: 0, of: .max)
    body.drop()
  }

  /// The request's body is not needed any more.
  mutating func leaveRoom() {
    room?.giveBack()
    room = nil
  }

  mutating func hold(_ place: PendingResponses.Place) { heldAnswer = place }

  mutating func takeHeldAnswer() -> PendingResponses.Place? { heldAnswer.take() }

  mutating func work() { stage = .working }

  mutating func answer(_ plan: DeliveryPlan) {
    stage = .answered
    self.plan = plan
    witness = plan.observer
  }

  /// The answer goes over the wire past the library.
  mutating func play(_ script: RawResponse) {
    stage = .ended
    resets = script.ending == .reset
  }

  /// The answer that a worker left.
  ///
  /// - Parameter isLeaving: whether the client has closed its sending side.
  mutating func takeAnswer(isLeaving: Bool) -> DeliveryPlan? {
    wasLeaving = isLeaving
    return plan.take()
  }

  mutating func deliver(_ witness: (any DeliveryObserver)?) {
    stage = .delivered
    self.witness = witness
  }

  /// Tells those who wait for it how the request ended; nil: nobody does, or somebody else tells.
  mutating func takeFarewell() -> (@Sendable (DeliveryEnding, Duration) -> Void)? {
    if let witness = witness.take() ?? plan?.observer { return { witness.deliveryEnded($0, at: $1) } }
    guard let abandoned = abandoned.take() else { return nil }
    let abandonment = Intake.Abandonment(received: body.received, isCut: stage == .ended)
    return { _, _ in abandoned(abandonment) }
  }

  /// Whether the request was cut off before it was whole.
  var isCutOff: Bool { stage == .ended && !isAnswering }

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
