internal import Contract
internal import HTTPMessage
internal import Journal
internal import RequestMatching
internal import Support
internal import Synchronization

/// One request on its way through the service: made when its head is in, and carried forward until it is recorded.
struct RequestContext: Sendable {
  let id: String
  let head: RequestHead
  /// What scenarios and the journal read from the head; nil for a path that is neither API's.
  let facts: RequestFacts?
  /// The scenario that the request goes through; nil: none.
  var scenario: ScenarioAdmission?
  /// Tells whether the ``ResponseOverride`` is asked before the mock responds.
  var isOverridden = false
  var times: RequestTimes
  /// The body, where the journal is going to keep it.
  private(set) var body: [UInt8]?
  /// Bytes of the body; until it is in, those that the head announces.
  var bodyCount: Int
  /// How much of the edit's form the result has to carry.
  private(set) var captureLevel = CaptureLevel.none

  /// Makes the context of a request of which only the head is known; `now`, by the journal's stopwatch, counts where it did not come over a
  /// socket.
  init(_ head: RequestHead, id: String, now: Duration) {
    self.id = id
    self.head = head
    facts = RequestFacts(head)
    times = RequestTimes(arrived: head.arrival?.moment ?? now)
    bodyCount = head.headers["content-length"].flatMap(Int.init) ?? 0
  }

  /// Notes that the request is whole. A body longer than `largestBody` is not held on to; negative: the journal keeps nothing.
  mutating func receive(_ received: RequestBody, at now: Duration, largestBody: Int) {
    times.received = now
    switch received {
    case .complete(let bytes):
      bodyCount = bytes.count
      if bytes.count <= largestBody { body = bytes }
    case .tooLarge(_, let received): bodyCount = received
    }
    captureLevel = scenario != nil ? .form : largestBody < 0 ? .none : body == nil ? .facts : .form
    // What a compressed body decodes to may be far longer than the body that is held on to.
    if captureLevel == .form, head.contentCoding != nil { captureLevel = .facts }
  }
}

/// How much of a form is kept for the journal and for scenarios.
enum CaptureLevel: Sendable {
  case none
  /// The fields without the body that they came in, which is too long to be held on to.
  case facts
  /// The fields as they are.
  case form

  /// Returns the part of the form that is kept.
  func captured(_ form: SubmittedForm?) -> SubmittedForm? {
    switch self {
    case .none: nil
    case .facts: form?.withoutLongBody
    case .form: form
    }
  }
}

extension RequestFacts {
  /// Reads the head; nil for a path that scenarios do not know.
  init?(_ head: RequestHead) {
    let (api, endpoint): (API, Endpoint)
    switch API(path: head.path) {
    case .venice: (api, endpoint) = (.venice, VeniceEndpoint(rawValue: head.path).map { $0 == .imageEdit ? .edit : .models } ?? .other)
    case .dgrid: (api, endpoint) = (.dgrid, DGridEndpoint(path: head.path).map { $0 == .imageEdits ? .edit : .models } ?? .other)
    case nil where head.path.hasPrefix("/generated/"): (api, endpoint) = (.dgrid, .generated)
    case nil: return nil
    }
    var key: String?
    if case .token(let token) = BearerToken(head) { key = token }
    self.init(api: api, endpoint: endpoint, head: head, key: key, session: head.headers["x-mock-session"] ?? key ?? "")
  }

  /// Returns the facts with those that are known once the request is handled.
  func completed(by result: HandlingResult) -> RequestFacts {
    var facts = self
    facts.refusal = result.refusal
    facts.sparesErrorBudget = result.refusal.map(VeniceContract.sparesErrorBudget) ?? false
    guard let edit = result.edit else { return facts }
    facts.form = edit.form
    facts.model = edit.model
    facts.prompt = edit.prompt
    facts.image = edit.images.first?.facts
    facts.price = edit.price
    facts.pictures = edit.pictures
    return facts
  }
}

/// Makes names for requests: different for each request of a process, and for each process.
final class RequestIDs: Sendable {
  private let next = Atomic<UInt64>(0)
  private let start: UInt64

  /// - Parameter start: a number that differs between processes, such as the time they began at.
  init(start: UInt64) { self.start = start }

  /// Returns the next name: `req_` and 32 hexadecimal digits.
  func make() -> String {
    let count = next.add(1, ordering: .relaxed).newValue
    var text = Array("req_".utf8)
    text.reserveCapacity(36)
    SplitMix64.mix(start).appendHexadecimal(to: &text)
    SplitMix64.mix(start &+ count &* SplitMix64.increment).appendHexadecimal(to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}

extension UInt64 {
  /// Appends 16 digits.
  fileprivate func appendHexadecimal(to text: inout [UInt8]) {
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: self >> UInt64(shift)) & 15
      text.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
