package import Contract
package import HTTPMessage
package import RequestMatching
internal import RetryAnalysis
internal import Support
internal import Synchronization

/// One request in the journal. What is known when its answer is decided never changes; bodies go, and how the delivery went comes later.
package final class JournalEntry: DeliveryObserver {
  package enum Delivery: String, Sendable, CaseIterable {
    /// The answer is still under way.
    case pending
    case complete
    /// Ended before its end, as a scenario wanted.
    case cut
    /// The client hung up, or the connection broke.
    case clientGone = "client-gone"
  }

  package struct Late: Sendable {
    /// The request's, as it came, and the answer's, as it was meant; nil: not kept, or not any more.
    package var body: [UInt8]?
    package var responseBody: [UInt8]?
    /// The fields: in the body while it is kept, without it after that.
    package var form: SubmittedForm?
    package var firstByte: Duration?
    package var lastByte: Duration?
    package var delivery = Delivery.pending
  }

  private let place = Atomic<Int>(0)
  /// Without bodies, and without the form, which is in one.
  package let record: RequestRecord
  package let responseCount: Int
  /// Bytes of everything but the bodies, about.
  let factsWeight: Int
  private let state: Mutex<Late>
  private let bell: DeliverySignal
  private let conduct: RetryAnalyzer

  init(_ record: RequestRecord, largestBody: Int, bell: DeliverySignal, conduct: RetryAnalyzer) {
    self.bell = bell
    self.conduct = conduct
    var (record, late) = (record, Late())
    if let body = record.body, body.count <= largestBody { late.body = body }
    record.body = nil
    responseCount = record.response?.body.count ?? 0
    if let response = record.response, response.body.count <= largestBody { late.responseBody = response.body }
    record.response?.body = []
    late.form = late.body == nil ? record.facts?.form?.withoutBody : record.facts?.form
    factsWeight = Self.weight(of: record)
    record.facts?.form = nil
    if let abandonment = record.abandonment { late.delivery = abandonment.isCut ? .cut : .clientGone }
    self.record = record
    state = Mutex(late)
  }

  /// Counted from 1, in the order in which answers were decided; given once, when the journal takes the entry in.
  package internal(set) var order: Int {
    get { place.load(ordering: .relaxed) }
    set { place.store(newValue, ordering: .relaxed) }
  }

  package var late: Late { state.withLock(\.self) }

  /// What scenarios and verification look at; nil: no scenario would have looked at the request.
  package var facts: RequestFacts? {
    var facts = record.facts
    facts?.form = late.form
    return facts
  }

  /// Why the scenario that the request went through left it alone.
  package var nearMiss: String? { recordWithForm.nearMiss }

  /// A line for the request, and one for each rule it broke or bent.
  package var text: String { recordWithForm.text(explainsMiss: true) }

  private var recordWithForm: RequestRecord {
    var record = record
    record.facts = facts
    return record
  }

  package func deliveryBegan(at moment: Duration) { state.withLock { $0.firstByte = moment } }

  package func deliveryEnded(_ ending: DeliveryEnding, at moment: Duration) {
    let isWhole = record.delivery?.ending == .whole
    state.withLock { late in
      switch ending {
      case .done:
        late.lastByte = moment
        late.delivery = isWhole ? .complete : .cut
      case .clientGone: late.delivery = .clientGone
      }
    }
    if !isWhole || ending == .clientGone, let digest = record.digest {
      conduct.ended(record.id, session: record.session.raw, digest: digest.bytes, at: moment + record.advanced)
    }
    bell.ring()
  }

  /// Whether bytes of the answer are on their way.
  var isOnTheWire: Bool { state.withLock { $0.firstByte != nil && $0.delivery == .pending } }

  /// Lets go of the bodies; how many bytes they had.
  func strip() -> Int {
    let (body, response) = state.withLock { late in
      if late.body != nil { late.form = late.form?.withoutBody }
      return (late.body.take(), late.responseBody.take())
    }
    return (body?.count ?? 0) + (response?.count ?? 0)
  }

  /// Whether a field of the request's body looks like a key: the body is then not shown where credentials are not.
  func holdsSecret(_ body: [UInt8]) -> Bool {
    late.form?.fields.contains { Redaction.isSecret(named: $0.name) } ?? false || Redaction.holdsSecret(body)
  }

  /// Bytes of the bodies that are kept.
  var bodyWeight: Int { state.withLock { ($0.body?.count ?? 0) + ($0.responseBody?.count ?? 0) } }

  private static func weight(of record: RequestRecord) -> Int {
    // An entry of a small request without its texts, as measured.
    var weight = 2_048
    weight += record.head.path.utf8.count + record.head.query.utf8.count
    weight += record.head.headers.byteCount + (record.response?.headers.byteCount ?? 0)
    weight += record.facts?.prompt?.utf8.count ?? 0
    for field in record.facts?.form?.fields ?? [] {
      weight += 128 + field.name.utf8.count
      switch field.value {
      case .text(let text): weight += min(text.sentCount, SubmittedForm.longestTextWithoutBody)
      case .number(let lexeme): weight += lexeme.utf8.count
      case .file(let file): weight += file.filename.utf8.count
      case .boolean, .other: break
      }
    }
    weight += record.facts?.refusal?.response.body.count ?? 0
    for breach in record.violations + record.warnings { weight += 64 + breach.expected.utf8.count + breach.found.utf8.count }
    return weight
  }
}
