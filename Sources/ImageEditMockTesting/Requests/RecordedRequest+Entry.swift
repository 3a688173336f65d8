internal import Contract
internal import HTTPMessage
internal import Images
internal import Journal
internal import RequestMatching
internal import Scenarios

extension RecordedRequest {
  /// What the journal has of it at this moment.
  init(_ entry: JournalEntry) {
    let (record, late) = (entry.record, entry.late)
    self.init(
      id: record.id, order: entry.order, session: record.session.shown, api: record.api.map(API.init), endpoint: Endpoint(record.endpoint),
      method: record.head.method, path: record.head.path, query: Redaction.query(record.head.query),
      headers: record.head.headers.fields.map(Header.init), fields: late.form?.fields.map(Field.init) ?? [],
      model: record.facts?.model, prompt: record.facts?.prompt, images: record.images.map(Image.init),
      violations: record.violations.map(RuleViolation.init), warnings: record.warnings.map(RuleViolation.init), scenario: record.scenario,
      step: record.step, nearMiss: entry.nearMiss, status: record.status,
      responseHeaders: record.response?.headers.fields.map(Header.init) ?? [], delivery: Delivery(late.delivery),
      body: late.body ?? (record.hasNoBody ? [] : nil), responseBody: late.responseBody ?? (entry.responseCount == 0 ? [] : nil),
      digest: record.digest.map { "\($0)" }, description: entry.text)
  }
}

// The journal's words, one by one: a new one there has to find its place here.

extension RecordedRequest.API {
  init(_ api: API) {
    switch api {
    case .venice: self = .venice
    case .dgrid: self = .dgrid
    }
  }
}

extension RecordedRequest.Endpoint {
  init(_ endpoint: RequestFacts.Endpoint) {
    switch endpoint {
    case .edit: self = .edit
    case .models: self = .models
    case .generated: self = .generated
    case .other: self = .other
    }
  }
}

extension RecordedRequest.Delivery {
  fileprivate init(_ delivery: JournalEntry.Delivery) {
    switch delivery {
    case .pending: self = .pending
    case .complete: self = .complete
    case .cut: self = .cut
    case .clientGone: self = .clientGone
    }
  }
}

extension RecordedRequest.Header {
  fileprivate init(_ field: HeaderField) { self.init(name: field.name, value: Redaction.value(of: field)) }
}

extension RecordedRequest.Field {
  fileprivate init(_ field: (name: String, value: SubmittedValue)) {
    name = field.name
    switch field.value {
    case .text where Redaction.isSecret(named: field.name), .boolean where Redaction.isSecret(named: field.name),
      .number where Redaction.isSecret(named: field.name):
      value = .text(Redaction.mark)
    case .text(let text):
      let isShown = text.omission == nil && !text.isLonger(than: TextPattern.longestText)
      value = isShown ? .text(text.string) : .longText(bytes: text.byteCount)
    case .number(let lexeme): value = .number(lexeme)
    case .boolean(let flag): value = .boolean(flag)
    case .file(let file): value = .file(name: file.filename, bytes: file.count)
    case .other(let type): value = .other(type: type)
    }
  }
}

extension RecordedRequest.Image {
  fileprivate init(_ image: RequestImage) {
    let facts = image.facts
    self.init(
      format: facts.format?.rawValue ?? facts.kind, width: facts.size.map { Int(clamping: $0.width) },
      height: facts.size.map { Int(clamping: $0.height) }, hasAlpha: facts.hasAlpha, bytes: facts.byteCount, sha256: "\(image.digest)",
      defect: facts.defect)
  }
}

extension RuleViolation {
  init(_ breach: Violation) { self.init(rule: breach.rule.id, path: breach.path, expected: breach.expected, found: breach.found) }
}
