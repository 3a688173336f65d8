internal import Contract
package import Formats
internal import HTTPMessage
internal import Images
internal import RequestMatching
internal import Support

extension JournalEntry {
  /// As `/_mock/requests` shows it, credentials replaced.
  package var json: JSONOutput {
    let (record, late) = (record, late)
    let facts = record.facts
    return .object([
      ("id", .string(record.id)), ("order", .int(order)), ("time", .string(ISOTime.text(unixMilliseconds: record.unixMilliseconds))),
      ("session", .string(record.session.shown)), ("api", .optional(record.api?.rawValue)), ("endpoint", .string(record.endpoint.rawValue)),
      ("method", .string(record.head.method)), ("path", .string(record.head.path)), ("query", .string(Redaction.query(record.head.query))),
      ("status", .optional(record.status)), ("connection", .optional(record.head.arrival.map { Int(clamping: $0.connection) })),
      ("headers", record.head.headers.json), ("fields", .array(fields(late))),
      ("model", .optional(facts?.model)), ("prompt", .optional(facts?.prompt)), ("images", .array(record.images.map(\.json))),
      ("violations", .array(record.violations.map(\.json))), ("warnings", .array(record.warnings.map(\.json))),
      ("scenario", .optional(record.scenario)), ("step", .optional(record.step)), ("draws", record.script?.draws ?? .null),
      ("near-miss", .optional(nearMiss)), ("plan", plan),
      ("body", .object([("bytes", .int(record.bodyCount)), ("kept", .bool(late.body != nil || record.hasNoBody))])),
      ("digest", .optional(record.digest?.description)), ("response", response(late)), ("timings", timings(late)),
      ("delivery", .string(late.delivery.rawValue)), ("hung-up", .bool(late.delivery == .clientGone)),
    ])
  }

  private var plan: JSONOutput {
    guard let delivery = record.delivery else { return .null }
    return .object([
      ("delay", .double(delivery.delay.inMillisecondsToMicrosecond)), ("pace", .optional(record.script?.pace?.text)),
      ("faults", .array(record.script?.faults.map(JSONOutput.string) ?? [])), ("ending", .string(delivery.ending.rawValue)),
    ])
  }

  private func response(_ late: Late) -> JSONOutput {
    guard let response = record.response else { return .null }
    return .object([
      ("status", .int(response.status)), ("headers", response.headers.json), ("bytes", .int(responseCount)),
      ("kept", .bool(late.responseBody != nil || responseCount == 0)),
    ])
  }

  private func timings(_ late: Late) -> JSONOutput {
    let times = record.times
    func since(_ moment: Duration?) -> JSONOutput { moment.map { .double(($0 - times.arrived).inMillisecondsToMicrosecond) } ?? .null }
    return .object([
      ("received", since(times.received)), ("validated", since(times.validated)), ("rendered", since(times.rendered)),
      ("first-byte", since(late.firstByte)), ("last-byte", since(late.lastByte)),
    ])
  }

  private func fields(_ late: Late) -> [JSONOutput] {
    guard let form = late.form else { return [] }
    let nested = form.hasNestedValues ? NestedValues(late.body) : nil
    return form.fields.map { Self.json($0, $1, nested?[$0]) }
  }

  private static func json(_ name: String, _ value: SubmittedValue, _ nested: JSONOutput?) -> JSONOutput {
    var members: [(String, JSONOutput)] = [("name", .string(name)), ("type", .string(value.typeName))]
    switch value {
    case .text where Redaction.isSecret(named: name), .boolean where Redaction.isSecret(named: name),
      .number where Redaction.isSecret(named: name):
      members.append(("value", .string(Redaction.mark)))
    case .text(let text):
      let isShown = text.omission == nil && !text.isLonger(than: TextPattern.longestText)
      members.append(isShown ? ("value", .string(text.string)) : ("bytes", .int(text.byteCount)))
    case .boolean(let flag): members.append(("value", .bool(flag)))
    case .number(let lexeme): members.append(("value", .number(lexeme: lexeme)))
    case .file(let file):
      members[1].1 = .string("file")
      members += [("filename", .string(file.filename)), ("bytes", .int(file.count))]
    case .other: if let nested { members.append(("value", nested)) }
    }
    return .object(members)
  }
}

extension ScenarioTrace {
  fileprivate var draws: JSONOutput? {
    guard nth != nil || reached != nil else { return nil }
    return .object([("nth", .optional(nth)), ("reached", .optional(reached)), ("chance", drawn.map(JSONOutput.double) ?? .null)])
  }
}

extension Pace {
  /// As it is written in a file.
  fileprivate var text: String {
    var parts: [String] = []
    switch download {
    case .bytesPerSecond(let rate): parts.append("download \(rate) bytes/s")
    case .chunks(let count, let time): parts.append("download \(count) chunks over \(time)")
    case nil: break
    }
    if let upload { parts.append("upload \(upload) bytes/s") }
    return parts.joined(separator: ", ")
  }
}

extension Violation {
  /// `{"rule", "path", "expected", "found"}`.
  package var json: JSONOutput { .object(members) }

  package var members: [(String, JSONOutput)] {
    [("rule", .string(rule.id)), ("path", .string(path)), ("expected", .string(expected)), ("found", .string(found))]
  }
}

extension RequestImage {
  fileprivate var json: JSONOutput {
    .object([
      ("format", .string(facts.format?.rawValue ?? facts.kind)), ("width", .optional(facts.size.map { Int(clamping: $0.width) })),
      ("height", .optional(facts.size.map { Int(clamping: $0.height) })), ("alpha", .bool(facts.hasAlpha)),
      ("bytes", .int(facts.byteCount)),
      ("sha256", .string("\(digest)")), ("defect", .optional(facts.defect)),
    ])
  }
}

extension HeaderList {
  /// In order, credentials replaced.
  var json: JSONOutput {
    .array(fields.map { .object([("name", .string($0.name)), ("value", .string(Redaction.value(of: $0)))]) })
  }
}
