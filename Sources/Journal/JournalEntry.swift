package import Contract
internal import Dispatch
package import HTTPMessage
package import RequestMatching
internal import RetryAnalysis
internal import Support
internal import Synchronization

/// One request in the journal. Its record never changes. Its snapshot does: bodies are dropped to make room, and the delivery ends later.
package final class JournalEntry: DeliveryObserver {
  /// How the delivery of the response went.
  package enum Delivery: String, Sendable, CaseIterable {
    /// The response is still under way.
    case pending
    case complete
    /// Ended early, as a scenario wanted.
    case cut
    /// The client hung up, or the connection broke.
    case clientGone = "client-gone"
  }

  /// The state of the parts of an entry that change.
  package struct Snapshot: Sendable {
    /// The request's body as it was sent; nil when it is not kept, or not any more.
    package var body: [UInt8]?
    /// The response's body as it was meant; nil when it is not kept, or not any more.
    package var responseBody: [UInt8]?
    /// The fields; they refer to `body` while it is kept.
    package var form: SubmittedForm?
    /// When the first byte of the response was sent, by the stopwatch.
    package var firstByte: Duration?
    /// When the last byte of the response was sent, by the stopwatch.
    package var lastByte: Duration?
    /// How the delivery went so far.
    package var delivery = Delivery.pending
  }

  /// The record without bodies and form; these are in the snapshot.
  package let record: RequestRecord
  /// The size of the response's body in bytes.
  package let responseCount: Int
  /// The bytes of everything but the bodies; an estimate.
  let factsWeight: Int
  private let storedOrder = Atomic<Int>(0)
  private let state: Mutex<Snapshot>
  private let deliverySignal: DeliverySignal
  private let retryAnalyzer: RetryAnalyzer

  /// Keeps bodies of up to `largestBody` bytes. The end of the delivery goes to the signal, that of an incomplete one to the analyzer, too.
  init(_ record: RequestRecord, largestBody: Int, deliverySignal: DeliverySignal, retryAnalyzer: RetryAnalyzer) {
    self.deliverySignal = deliverySignal
    self.retryAnalyzer = retryAnalyzer
    var (record, snapshot) = (record, Snapshot())
    if let body = record.body, body.count <= largestBody { snapshot.body = body }
    record.body = nil
    responseCount = record.response?.body.count ?? 0
    if let response = record.response, response.body.count <= largestBody { snapshot.responseBody = response.body }
    record.response?.body = []
    snapshot.form = snapshot.body == nil ? record.facts?.form?.withoutBody : record.facts?.form
    factsWeight = Self.weight(of: record)
    record.facts?.form = nil
    if let abandonment = record.abandonment { snapshot.delivery = abandonment.isCut ? .cut : .clientGone }
    self.record = record
    state = Mutex(snapshot)
  }

  /// The number of the entry, from 1, in the order in which responses were decided. The journal sets it once.
  package internal(set) var order: Int {
    get { storedOrder.load(ordering: .relaxed) }
    set { storedOrder.store(newValue, ordering: .relaxed) }
  }

  /// The current state of the parts that change.
  package var snapshot: Snapshot { state.withLock(\.self) }

  /// The facts that scenarios and verification match; nil for requests that no scenario would see.
  package var facts: RequestFacts? {
    var facts = record.facts
    facts?.form = snapshot.form
    return facts
  }

  /// Why no step of the request's scenario matched it; nil when one did, or there was no scenario.
  package var nearMiss: String? { recordWithForm.nearMiss }
  /// A line about the request, and one for each rule that it broke or bent.
  package var text: String { recordWithForm.text(explainsMiss: true) }

  private var recordWithForm: RequestRecord {
    var record = record
    record.facts = facts
    return record
  }

  /// Notes when the first byte of the response was sent.
  package func deliveryBegan(at moment: Duration) { state.withLock { $0.firstByte = moment } }

  /// Notes how the delivery ended, and tells those that wait for it.
  package func deliveryEnded(_ ending: DeliveryEnding, at moment: Duration) {
    let isWhole = record.delivery?.ending == .whole
    state.withLock { snapshot in
      switch ending {
      case .done:
        snapshot.lastByte = moment
        snapshot.delivery = isWhole ? .complete : .cut
      case .clientGone: snapshot.delivery = .clientGone
      }
    }
    if !isWhole || ending == .clientGone, let digest = record.digest {
      retryAnalyzer.ended(record.id, session: record.session.raw, digest: digest.bytes, at: moment + record.advanced)
    }
    deliverySignal.notify()
  }

  var isOnTheWire: Bool { state.withLock { $0.firstByte != nil && $0.delivery == .pending } }

  /// Drops the bodies and returns how many bytes they had.
  func strip() -> Int {
    let (body, response) = state.withLock { snapshot in
      if snapshot.body != nil { snapshot.form = snapshot.form?.withoutBody }
      return (snapshot.body.take(), snapshot.responseBody.take())
    }
    return (body?.count ?? 0) + (response?.count ?? 0)
  }

  /// Tells whether a field of the request's body looks like a key; such a body is not shown where credentials are redacted.
  func holdsSecret(_ body: [UInt8]) -> Bool {
    snapshot.form?.fields.contains { Redaction.isSecret(named: $0.name) } ?? false || Redaction.holdsSecret(body)
  }

  var bodyWeight: Int { state.withLock { ($0.body?.count ?? 0) + ($0.responseBody?.count ?? 0) } }

  private static func weight(of record: RequestRecord) -> Int {
    // The measured size of a small request's entry without its texts.
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
    for violation in record.violations + record.warnings { weight += 64 + violation.expected.utf8.count + violation.found.utf8.count }
    return weight
  }
}

/// Wakes threads that wait for deliveries to end: a client that has read a whole response may ask for its entry before the server's thread
/// has reported the end of the delivery.
final class DeliverySignal: Sendable {
  private let waiting = Atomic<Int>(0)
  private let sleepers = Mutex<[DispatchSemaphore]>([])

  /// Wakes all waiting threads, which then check their condition again.
  func notify() {
    guard waiting.load(ordering: .sequentiallyConsistent) > 0 else { return }
    for sleeper in sleepers.withLock(\.self) { sleeper.signal() }
  }

  /// Returns when the condition is false, or after the given time.
  func wait(upTo time: DispatchTimeInterval, while condition: () -> Bool) {
    guard condition() else { return }
    let sleeper = DispatchSemaphore(value: 0)
    sleepers.withLock { $0.append(sleeper) }
    waiting.add(1, ordering: .sequentiallyConsistent)
    let deadline = DispatchTime.now() + time
    while condition(), sleeper.wait(timeout: deadline) == .success {}
    waiting.subtract(1, ordering: .sequentiallyConsistent)
    sleepers.withLock { $0.removeAll { $0 === sleeper } }
  }
}
