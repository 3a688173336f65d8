internal import Contract
internal import HTTPMessage
internal import Images
internal import Journal
internal import RequestMatching
internal import Scenarios

extension RecordedRequest {
  /// Creates the value of what the journal has at this moment.
  init(_ entry: JournalEntry) {
    let (record, snapshot) = (entry.record, entry.snapshot)
    self.init(
      id: record.id, order: entry.order, session: record.session.shown, api: record.api.map(API.init), endpoint: Endpoint(record.endpoint),
      method: record.head.method, path: record.head.path, query: Redaction.query(record.head.query),
      headers: record.head.headers.fields.map(Header.init), fields: snapshot.form?.fields.map(Field.init) ?? [],
      model: record.facts?.model, prompt: record.facts?.prompt, images: record.images.map(Image.init),
      violations: record.violations.map(RuleViolation.init), warnings: record.warnings.map(RuleViolation.init), scenario: record.scenario,
      step: record.step, nearMiss: entry.nearMiss, status: record.status,
      responseHeaders: record.response?.headers.fields.map(Header.init) ?? [], delivery: Delivery(snapshot.delivery),
      body: snapshot.body ?? (record.hasNoBody ? [] : nil), responseBody: snapshot.responseBody ?? (entry.responseCount == 0 ? [] : nil),
      digest: record.digest.map { "\($0)" }, description: entry.text)
  }
}

// Case by case, so that a new case of the journal does not compile until it has its public name here.

extension RecordedRequest.API {
  fileprivate init(_ api: API) {
    switch api {
    case .venice: self = .venice
    case .dgrid: self = .dgrid
    }
  }
}

extension RecordedRequest.Endpoint {
  fileprivate init(_ endpoint: RequestFacts.Endpoint) {
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
      height: facts.size.map { Int(clamping: $0.height) }, orientation: facts.orientation.rawValue,
      seenWidth: facts.seenSize.map { Int(clamping: $0.width) }, seenHeight: facts.seenSize.map { Int(clamping: $0.height) },
      hasAlpha: facts.hasAlpha, bytes: facts.byteCount, sha256: "\(image.digest)",
      defect: facts.defect)
  }
}

extension RuleViolation {
  fileprivate init(_ violation: Violation) {
    self.init(rule: violation.rule.id, path: violation.path, expected: violation.expected, found: violation.found)
  }
}
