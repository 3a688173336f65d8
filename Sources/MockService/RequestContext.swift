internal import HTTPMessage
internal import Journal

/// One request on its way through the service.
struct RequestContext: Sendable {
  let id: String
  let head: RequestHead
  /// The scenario that it goes through.
  let scripted: ScriptedRequest?
  var times: RequestTimes
  /// What the journal is to keep of its body.
  private(set) var body: [UInt8]?
  private(set) var bodyCount: Int

  /// A request of which only the head is known.
  init(_ head: RequestHead, id: String, now: Duration, scripted: ScriptedRequest? = nil) {
    self.id = id
    self.head = head
    self.scripted = scripted
    times = RequestTimes(arrived: head.arrival?.moment ?? now)
    bodyCount = head.headers["content-length"].flatMap(Int.init) ?? 0
  }

  /// A whole request.
  ///
  /// - Parameter largestBody: a longer one is not held on to.
  init(_ request: borrowing Request, id: String, now: Duration, scripted: ScriptedRequest? = nil, largestBody: Int) {
    self.init(request.head, id: id, now: now, scripted: scripted)
    times.received = now
    switch request.body {
    case .complete(let bytes):
      bodyCount = bytes.count
      if bytes.count <= largestBody { body = bytes }
    case .tooLarge(_, let received): bodyCount = received
    }
  }
}
