internal import Contract
internal import ContractFixtures
internal import Formats
internal import HTTPMessage
internal import MockService
internal import Support

/// An exchange as a fixture that somebody may take over: the file and what lies beside it.
struct Candidate: Sendable {
  /// `RULE/KIND-recorded-DIGEST.json`; nothing in it comes from the client.
  let file: String
  let rule: String
  let text: [UInt8]
  let files: [(name: String, bytes: [UInt8])]

  /// - Throws: when there is no way of writing it that reads back as the same exchange.
  init(_ exchange: RedactedExchange, _ judgement: ContractResult, _ settings: Settings) throws(RecordingError) {
    let key = RequestKey(exchange.request)
    let (rule, kind) =
      judgement.place ?? (API(path: exchange.request.head.path) == .dgrid ? "dgrid.path.known" : "venice.path.known", .accept)
    let name = RequestKey.short(SHA256Digest.of("\(key.digest) \(exchange.response.status)"))
    let file = "\(rule)/\(kind.rawValue)-recorded-\(name).json"
    (self.rule, self.file) = (rule, file)
    var problem = ""
    // Fields can be read and compared; what the format has no fields for, such as a key that is there twice, is written as it stands.
    for (asFields, withJSON) in [(true, true), (true, false), (false, true), (false, false)] {
      var draft = CandidateDraft()
      let output = draft.fixture(exchange, judgement, settings, asFields: asFields, withJSON: withJSON)
      let text = output.serialized(indent: 2) + [0x0A]
      do {
        let fixture = try RuleFixture(parsing: text, file: file, images: { _ in nil }, files: { draft.files[$0] })
        let request = try fixture.request().redacted()
        guard RequestKey(request) == key, fixture.expectation.response?.body == exchange.response.body else {
          problem = "it does not read back as what it was"
          continue
        }
        self.text = text
        files = draft.files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return
      } catch {
        problem = "\(error)"
      }
    }
    throw RecordingError("there is no fixture that says it: \(problem)")
  }
}
