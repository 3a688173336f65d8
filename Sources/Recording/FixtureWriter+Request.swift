internal import Contract
internal import Formats
internal import HTTPMessage

extension FixtureWriter {
  /// Headers that tell how a request travelled or which program sent it; small letters.
  private static let passing: Set<String> = [
    "accept", "accept-charset", "accept-encoding", "accept-language", "authorization", "cache-control", "content-length", "content-type",
    "cookie", "dnt", "expect", "forwarded", "host", "origin", "pragma", "priority", "referer", "traceparent", "tracestate", "user-agent",
    "via",
  ]
  private static let passingFamilies = ["x-mock-", "x-stainless-", "x-forwarded-", "sec-"]

  mutating func request(_ request: Request, asFields: Bool) -> JSONOutput {
    let head = request.head
    var members: [(String, JSONOutput)] = [
      ("method", .string(head.method)), ("path", .string(head.path + (head.query.isEmpty ? "" : "?\(head.query)"))),
    ]
    let body = body(request, asFields: asFields)
    let headers = headers(head, content: body?.key)
    if !headers.isEmpty { members.append(("headers", .object(headers))) }
    if let body { members.append((body.key, body.value)) }
    return .object(members)
  }

  /// Returns the headers that a fixture has to name: those that it would not send by itself.
  private func headers(_ head: RequestHead, content: String?) -> [(String, JSONOutput)] {
    var headers: [(String, JSONOutput)] = []
    switch BearerToken(head) {
    case .missing: headers.append(("authorization", .null))
    case .malformed: headers.append(("authorization", .string(head.headers["authorization"] ?? "")))
    case .token: break
    }
    let type = head.headers["content-type"]
    switch content {
    case "multipart": break
    case "json" where type == "application/json": break
    default: if let type { headers.append(("content-type", .string(type))) }
    }
    var seen: Set<String> = []
    for field in head.headers.fields where isWorthKeeping(field.name.lowercased()) && seen.insert(field.name.lowercased()).inserted {
      headers.append((field.name, .string(field.value)))
    }
    return headers
  }

  private func isWorthKeeping(_ name: String) -> Bool {
    !Self.passing.contains(name) && !Forwarding.hopByHop.contains(name) && !Self.passingFamilies.contains { name.hasPrefix($0) }
  }

  private mutating func body(_ request: Request, asFields: Bool) -> (key: String, value: JSONOutput)? {
    let body = request.body.bytes
    guard !body.isEmpty else { return nil }
    switch BodyContent(body, request.head.headers) {
    case .json(let document) where asFields: return ("json", json(document.root, of: document))
    case .multipart(let form) where asFields: return ("multipart", .array(form.parts.map { part($0, of: form) }))
    default: return ("text", text(body))
    }
  }

  private mutating func part(_ part: MultipartForm.Part, of form: MultipartForm) -> JSONOutput {
    let bytes = Array(form.bytes[part.body])
    var members: [(String, JSONOutput)] = [("name", .string(part.name))]
    // Only a part with a file name can be a file.
    members.append(part.filename == nil ? ("text", text(bytes)) : ("file", file(bytes)))
    if let filename = part.filename { members.append(("filename", .string(filename))) }
    if let type = part.contentType { members.append(("type", .string(type))) }
    return .object(members)
  }

  private mutating func json(_ value: JSONValue, of document: JSONDocument) -> JSONOutput {
    switch value {
    case .string(let string): text(document.bytes(of: string))
    case .array(let elements): .array(elements.map { json($0, of: document) })
    case .object(let object): .object(object.members.map { ($0.key, json($0.value, of: document)) })
    default: document.output(of: value)
    }
  }
}
