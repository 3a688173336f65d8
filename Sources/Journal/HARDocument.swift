internal import Contract
package import Formats
internal import HTTPMessage
internal import Support

/// Journal entries as an HTTP archive, version 1.2, for the developer tools of browsers (http://www.softwareishard.com/blog/har-12-spec).
package struct HARDocument: Sendable {
  private let entries: [JournalEntry]
  private let url: String
  private let version: String
  private let hasBodies: Bool

  /// Returns an archive of these entries; the URLs of requests begin with the mock's, such as `http://127.0.0.1:8080`.
  package init(_ entries: [JournalEntry], mock url: String, version: String, hasBodies: Bool = true) {
    self.entries = entries
    self.url = url
    self.version = version
    self.hasBodies = hasBodies
  }

  /// The archive as JSON.
  package var json: JSONOutput {
    let entries = entries.map { HAREntry(entry: $0, snapshot: $0.snapshot, url: url, hasBodies: hasBodies).json }
    return [
      "log": [
        "version": "1.2", "creator": ["name": "image-edit-mock", "version": .string(version)], "pages": [], "entries": .array(entries),
      ]
    ]
  }
}

/// One request of an archive.
private struct HAREntry {
  let entry: JournalEntry
  let snapshot: JournalEntry.Snapshot
  let url: String
  let hasBodies: Bool

  private var record: RequestRecord { entry.record }

  var json: JSONOutput {
    let timings = timings
    return [
      "startedDateTime": .string(ISOTime.text(unixMilliseconds: record.unixMilliseconds)), "time": .double(timings.reduce(0) { $0 + $1.1 }),
      "request": request, "response": response, "cache": [:],
      "timings": .object([("blocked", -1), ("dns", -1), ("connect", -1), ("ssl", -1)] + timings.map { ($0, .double($1)) }),
      "connection": .string(record.head.arrival.map { "\($0.connection)" } ?? ""), "comment": .string(comment),
    ]
  }

  /// The facts for which the format has no member.
  private var comment: String {
    var parts = [record.id, "session '\(record.session.shown)'"]
    if let scenario = record.scenario { parts.append("scenario \(scenario)\(record.step.map { ", step \($0)" } ?? "")") }
    parts += record.violations.map { "broke \($0)" } + record.warnings.map { "bent \($0)" }
    if snapshot.delivery == .clientGone { parts.append("the client hung up") }
    return parts.joined(separator: "; ")
  }

  private var request: JSONOutput {
    let query = Redaction.query(record.head.query)
    var members: [(String, JSONOutput)] = [
      ("method", .string(record.head.method)), ("url", .string(url + record.head.path + (query.isEmpty ? "" : "?\(query)"))),
      ("httpVersion", "HTTP/1.1"), ("cookies", []), ("headers", record.head.headers.json), ("queryString", .array(queryItems)),
    ]
    if record.bodyCount > 0 { members.append(("postData", postData)) }
    return .object(members + [("headersSize", -1), ("bodySize", .int(record.bodyCount))])
  }

  private var queryItems: [JSONOutput] {
    // A query that cannot be decoded is still in the URL.
    let items = (try? QueryString(parsing: record.head.query).items) ?? []
    return items.map { item in
      ["name": .string(item.name), "value": .string(Redaction.isSecret(named: item.name) ? Redaction.mark : item.value)]
    }
  }

  private var postData: JSONOutput {
    let type = record.head.headers["content-type"] ?? ""
    var members: [(String, JSONOutput)] = [("mimeType", .string(type)), ("params", [])]
    if let body = snapshot.body, hasBodies {
      // The format has no encoding for bodies of requests; this is the one that Chromium writes for responses.
      members += entry.holdsSecret(body) ? [("text", .string(Redaction.mark))] : Self.text(of: body)
    } else {
      members += [("text", ""), ("comment", "\(record.bodyCount) bytes, not kept")]
    }
    return .object(members)
  }

  private var response: JSONOutput {
    let response = record.response
    return [
      "status": .int(response?.status ?? 0), "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [],
      "headers": response?.headers.json ?? [], "content": content, "redirectURL": .string(response?.headers["location"] ?? ""),
      "headersSize": -1, "bodySize": .int(response == nil ? -1 : entry.responseCount),
    ]
  }

  private var content: JSONOutput {
    let type = record.response?.headers["content-type"] ?? "application/octet-stream"
    var members: [(String, JSONOutput)] = [("size", .int(entry.responseCount)), ("mimeType", .string(type))]
    if let body = snapshot.responseBody, hasBodies, !body.isEmpty { members += Self.text(of: body, isPicture: type.hasPrefix("image/")) }
    return .object(members)
  }

  /// Returns the members for a body: in base64 when it is a picture or no text.
  private static func text(of body: [UInt8], isPicture: Bool = false) -> [(String, JSONOutput)] {
    if !isPicture, let text = String(validating: body, as: UTF8.self) { return [("text", .string(text))] }
    return [("text", .ascii(Base64.encode(body))), ("encoding", "base64")]
  }

  /// The times in milliseconds; their sum is the time from the headers to the last byte.
  private var timings: [(String, Double)] {
    let times = record.times
    let received = times.received ?? times.arrived
    let first = snapshot.firstByte ?? times.rendered ?? received
    let last = snapshot.lastByte ?? first
    return [
      ("send", max(0, (received - times.arrived).inMillisecondsToMicrosecond)),
      ("wait", max(0, (first - received).inMillisecondsToMicrosecond)), ("receive", max(0, (last - first).inMillisecondsToMicrosecond)),
    ]
  }
}
