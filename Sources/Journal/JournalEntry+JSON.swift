internal import Contract
package import Formats
internal import HTTPMessage
internal import Images
internal import RequestMatching
internal import Support

extension JournalEntry {
  /// The entry as `/_mock/requests` shows it, with credentials redacted.
  package var json: JSONOutput {
    let (record, snapshot) = (record, snapshot)
    let facts = record.facts
    return [
      "id": .string(record.id), "order": .int(order), "time": .string(ISOTime.text(unixMilliseconds: record.unixMilliseconds)),
      "session": .string(record.session.shown), "api": .optional(record.api?.rawValue), "endpoint": .string(record.endpoint.rawValue),
      "method": .string(record.head.method), "path": .string(record.head.path), "query": .string(Redaction.query(record.head.query)),
      "status": .optional(record.status), "connection": .optional(record.head.arrival.map { Int(clamping: $0.connection) }),
      "headers": record.head.headers.json, "fields": .array(fields(snapshot)),
      "model": .optional(facts?.model), "prompt": .optional(facts?.prompt), "images": .array(record.images.map(\.json)),
      "violations": .array(record.violations.map(\.json)), "warnings": .array(record.warnings.map(\.json)),
      "scenario": .optional(record.scenario), "step": .optional(record.step), "draws": record.trace?.draws ?? .null,
      "near-miss": .optional(nearMiss), "plan": plan,
      "body": ["bytes": .int(record.bodyCount), "kept": .bool(snapshot.body != nil || record.hasNoBody)],
      "digest": .optional(record.digest?.description), "response": response(snapshot), "timings": timings(snapshot),
      "delivery": .string(snapshot.delivery.rawValue), "hung-up": .bool(snapshot.delivery == .clientGone),
    ]
  }

  private var plan: JSONOutput {
    guard let delivery = record.delivery else { return .null }
    return [
      "delay": .double(delivery.delay.inMillisecondsToMicrosecond), "pace": .optional(record.trace?.pace?.text),
      "faults": .array(record.trace?.faults.map(JSONOutput.string) ?? []), "ending": .string(delivery.ending.rawValue),
    ]
  }

  private func response(_ snapshot: Snapshot) -> JSONOutput {
    guard let response = record.response else { return .null }
    return [
      "status": .int(response.status), "headers": response.headers.json, "bytes": .int(responseCount),
      "kept": .bool(snapshot.responseBody != nil || responseCount == 0),
    ]
  }

  private func timings(_ snapshot: Snapshot) -> JSONOutput {
    let times = record.times
    func since(_ moment: Duration?) -> JSONOutput { moment.map { .double(($0 - times.arrived).inMillisecondsToMicrosecond) } ?? .null }
    return [
      "received": since(times.received), "validated": since(times.validated), "rendered": since(times.rendered),
      "first-byte": since(snapshot.firstByte), "last-byte": since(snapshot.lastByte),
    ]
  }

  private func fields(_ snapshot: Snapshot) -> [JSONOutput] {
    guard let form = snapshot.form else { return [] }
    let nested = form.hasNestedValues ? NestedValues.shown(of: snapshot.body) : [:]
    return form.fields.map { Self.json($0, $1, nested[$0]) }
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
      members[1].1 = "file"
      members += [("filename", .string(file.filename)), ("bytes", .int(file.count))]
    case .other: if let nested { members.append(("value", nested)) }
    }
    return .object(members)
  }
}

extension ScenarioTrace {
  fileprivate var draws: JSONOutput? {
    guard nth != nil || reached != nil else { return nil }
    return ["nth": .optional(nth), "reached": .optional(reached), "chance": drawn.map(JSONOutput.double) ?? .null]
  }
}

extension Pace {
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
  /// The violation as `{"rule", "path", "expected", "found"}`.
  var json: JSONOutput { .object(members) }

  /// The members of `json`, for objects that have more.
  package var members: [(String, JSONOutput)] {
    [("rule", .string(rule.id)), ("path", .string(path)), ("expected", .string(expected)), ("found", .string(found))]
  }
}

extension RequestImage {
  fileprivate var json: JSONOutput {
    [
      "format": .string(facts.format?.rawValue ?? facts.kind), "width": .optional(facts.size.map { Int(clamping: $0.width) }),
      "height": .optional(facts.size.map { Int(clamping: $0.height) }), "orientation": .int(facts.orientation.rawValue),
      "seen-width": .optional(facts.seenSize.map { Int(clamping: $0.width) }),
      "seen-height": .optional(facts.seenSize.map { Int(clamping: $0.height) }), "alpha": .bool(facts.hasAlpha),
      "bytes": .int(facts.byteCount),
      "sha256": "\(digest)", "defect": .optional(facts.defect),
    ]
  }
}

extension HeaderList {
  /// The header lines in order, with credentials redacted.
  var json: JSONOutput { .array(fields.map { ["name": .string($0.name), "value": .string(Redaction.value(of: $0))] }) }
}

private enum NestedValues {
  /// Longer bodies, in bytes, are not parsed again to be shown.
  private static let largestBody = 1 << 20
  /// Of longer texts, in bytes, only the size is shown: they are images.
  private static let longestText = 4_096

  /// Returns the members of a JSON body by name, with credentials redacted at any depth; none of a body that is not kept, broken or long.
  static func shown(of body: [UInt8]?) -> [String: JSONOutput] {
    guard let body, body.count <= largestBody, let document = try? JSONDocument(parsing: body), case .object(let object) = document.root
    else { return [:] }
    let shown = object.members.map { ($0.key, redacted(document.output(of: $0.value), named: $0.key)) }
    return Dictionary(shown) { $1 }
  }

  private static func redacted(_ value: JSONOutput, named name: String) -> JSONOutput {
    if Redaction.isSecret(named: name) { return .string(Redaction.mark) }
    switch value {
    case .string(let text) where text.utf8.count > longestText: return "… \(text.utf8.count) bytes"
    case .array(let elements): return .array(elements.map { redacted($0, named: name) })
    case .object(let members): return .object(members.map { ($0.0, redacted($0.1, named: $0.0)) })
    default: return value
    }
  }
}
