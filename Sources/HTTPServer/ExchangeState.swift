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
  }

  /// What a request turned out to be at its end.
  enum Outcome {
    /// Refused by its headers.
    case refused(DeliveryPlan)
    case request(Request)
  }

  private(set) var stage = Stage.opened
  /// Whether the answer is being made or was: from then on a stop waits for it.
  private(set) var isAnswering = false
  private(set) var closesConnection = false
  /// The length of the body by the headers; nil: chunked, or none.
  private var announced: Int?
  private var head: RequestHead?
  private var intake = BodyIntake.dropping
  private var ceiling = 0
  /// The length of a body that is left on the wire.
  private var leftLength = 0
  /// The answer, decided from the headers or made by a worker.
  private var plan: DeliveryPlan?

  mutating func begin(_ head: RequestHead, _ verdict: RequestVerdict) {
    stage = .arriving
    closesConnection = verdict.closesConnection
    ceiling = verdict.ceiling
    announced = verdict.announced
    leftLength = verdict.leavesBody ? verdict.announced ?? 0 : 0
    switch verdict.course {
    case .refuse(let plan):
      self.plan = plan
    case .collect(let intake):
      self.head = head
      self.intake = intake
    }
  }

  /// Takes a piece of the body; `false` when it has become longer than anybody reads.
  mutating func take(_ chunk: UnsafeRawBufferPointer) -> Bool {
    unsafe intake.take(chunk)
    return intake.received <= ceiling
  }

  /// Whether all of an announced body is in; unknown for a chunked one, and then `false`.
  var isWhole: Bool { announced.map { intake.received >= $0 } ?? false }

  mutating func end() -> Outcome {
    isAnswering = true
    guard let head = head.take() else { return .refused(plan.take() ?? .undeliverable) }
    defer { intake = .dropping }
    return .request(Request(head: head, body: intake.body(announced: leftLength)))
  }

  mutating func work() { stage = .working }

  mutating func answer(_ plan: DeliveryPlan) {
    stage = .answered
    self.plan = plan
  }

  /// The answer that a worker left.
  mutating func takeAnswer() -> DeliveryPlan? { plan.take() }

  mutating func deliver() { stage = .delivered }
}
