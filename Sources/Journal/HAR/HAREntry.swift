internal import Contract
internal import Formats
internal import HTTPMessage
internal import RequestMatching
internal import Support

/// One request of an archive.
struct HAREntry {
  private let entry: JournalEntry
  private let late: JournalEntry.Late
  private let url: String
  private let hasBodies: Bool

  init(_ entry: JournalEntry, url: String, hasBodies: Bool) {
    self.entry = entry
    late = entry.late
    self.url = url
    self.hasBodies = hasBodies
  }

  private var record: RequestRecord { entry.record }

  var json: JSONOutput {
    let timings = timings
    return .object([
      ("startedDateTime", .string(ISOTime.text(unixMilliseconds: record.unixMilliseconds))),
      ("time", .double(timings.reduce(0) { $0 + $1.1 })),
      ("request", request), ("response", response), ("cache", .object([])),
      (
        "timings",
        .object([("blocked", .int(-1)), ("dns", .int(-1)), ("connect", .int(-1)), ("ssl", .int(-1))] + timings.map { ($0, .double($1)) })
      ),
      ("connection", .string(record.head.arrival.map { "\($0.connection)" } ?? "")), ("comment", .string(comment)),
    ])
  }

  /// What the standard has no place for.
  private var comment: String {
    var parts = [record.id, "session '\(record.session.shown)'"]
    if let scenario = record.scenario { parts.append("scenario \(scenario)\(record.step.map { ", step \($0)" } ?? "")") }
    parts += record.violations.map { "broke \($0)" } + record.warnings.map { "bent \($0)" }
    if late.delivery == .clientGone { parts.append("the client hung up") }
    return parts.joined(separator: "; ")
  }

  private var request: JSONOutput {
    let query = Redaction.query(record.head.query)
    var members: [(String, JSONOutput)] = [
      ("method", .string(record.head.method)), ("url", .string(url + record.head.path + (query.isEmpty ? "" : "?\(query)"))),
      ("httpVersion", .string("HTTP/1.1")), ("cookies", .array([])), ("headers", record.head.headers.json),
      ("queryString", .array(queryItems)),
    ]
    if record.bodyCount > 0 { members.append(("postData", postData)) }
    return .object(members + [("headersSize", .int(-1)), ("bodySize", .int(record.bodyCount))])
  }

  private var queryItems: [JSONOutput] {
    // A query that cannot be decoded is in the URL all the same.
    let items = (try? QueryString(parsing: record.head.query).items) ?? []
    return items.map { item in
      .object([("name", .string(item.name)), ("value", .string(Redaction.isSecret(named: item.name) ? Redaction.mark : item.value))])
    }
  }

  private var postData: JSONOutput {
    let type = record.head.headers["content-type"] ?? ""
    var members: [(String, JSONOutput)] = [("mimeType", .string(type)), ("params", .array([]))]
    if let body = late.body, hasBodies {
      // The standard has no encoding for what is sent; the one that Chromium writes for answers is what its readers guess.
      if entry.holdsSecret(body) {
        members.append(("text", .string(Redaction.mark)))
      } else if let text = String(validating: body, as: UTF8.self) {
        members.append(("text", .string(text)))
      } else {
        members += [("text", .ascii(Base64.encode(body))), ("encoding", .string("base64"))]
      }
    } else {
      members += [("text", .string("")), ("comment", .string("\(record.bodyCount) bytes, not kept"))]
    }
    return .object(members)
  }

  private var response: JSONOutput {
    let response = record.response
    return .object([
      ("status", .int(response?.status ?? 0)), ("statusText", .string("")), ("httpVersion", .string("HTTP/1.1")), ("cookies", .array([])),
      ("headers", response?.headers.json ?? .array([])), ("content", content),
      ("redirectURL", .string(response?.headers["location"] ?? "")),
      ("headersSize", .int(-1)), ("bodySize", .int(response == nil ? -1 : entry.responseCount)),
    ])
  }

  private var content: JSONOutput {
    let type = record.response?.headers["content-type"] ?? "application/octet-stream"
    var members: [(String, JSONOutput)] = [("size", .int(entry.responseCount)), ("mimeType", .string(type))]
    if let body = late.responseBody, hasBodies, !body.isEmpty {
      if type.hasPrefix("image/") || String(validating: body, as: UTF8.self) == nil {
        members += [("text", .ascii(Base64.encode(body))), ("encoding", .string("base64"))]
      } else {
        members.append(("text", .string(String(decoding: body, as: UTF8.self))))
      }
    }
    return .object(members)
  }

  /// In milliseconds; together the time from the first header to the last byte.
  private var timings: [(String, Double)] {
    let times = record.times
    let received = times.received ?? times.arrived
    let first = late.firstByte ?? times.rendered ?? received
    let last = late.lastByte ?? first
    return [
      ("send", max(0, (received - times.arrived).inMillisecondsToMicrosecond)),
      ("wait", max(0, (first - received).inMillisecondsToMicrosecond)),
      ("receive", max(0, (last - first).inMillisecondsToMicrosecond)),
    ]
  }
}
