internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images
internal import MockService

/// Headers that a fixture leaves out, by their names in small letters.
private struct PassingHeaders {
  let names: Set<String>
  /// How names begin.
  let families: [String]
  /// What names contain.
  var words: [String] = []

  /// Those that tell how a request travelled or which program sent it.
  static let ofRequests = PassingHeaders(
    names: [
      "accept", "accept-charset", "accept-encoding", "accept-language", "authorization", "cache-control", "content-length", "content-type",
      "cookie", "dnt", "expect", "forwarded", "host", "origin", "pragma", "priority", "referer", "traceparent", "tracestate", "user-agent",
      "via",
    ], families: ["x-mock-", "x-stainless-", "x-forwarded-", "sec-"])
  /// Those that belong to one response or one connection only.
  static let ofResponses = PassingHeaders(
    names: [
      "age", "alt-svc", "content-length", "date", "etag", "expires", "last-modified", "nel", "report-to", "server", "server-timing",
      "set-cookie", "strict-transport-security", "via",
    ], families: ["cf-", "x-mock-", "x-cache", "x-amz-", "x-vercel-"], words: ["request-id", "requestid", "trace", "remaining", "reset"])

  /// Returns the first line of each name that stays.
  func others(of list: HeaderList) -> [(String, JSONOutput)] {
    var seen = names.union(Forwarding.hopByHop)
    let kept = list.fields.filter { field in
      let name = field.name.lowercased()
      return !families.contains { name.hasPrefix($0) } && !words.contains { name.contains($0) } && seen.insert(name).inserted
    }
    return kept.map { ($0.name, .string($0.value)) }
  }
}

extension FixtureWriter {
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
    return headers + PassingHeaders.ofRequests.others(of: head.headers)
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

  // MARK: - The response

  mutating func response(_ response: Response, _ result: ContractResult, withJSON: Bool) -> JSONOutput {
    var members: [(String, JSONOutput)] = [("status", .int(response.status))]
    if !result.rules.isEmpty { members.append(("rules", .array(result.rules.map { .string($0) }))) }
    if !result.warnings.isEmpty { members.append(("warnings", .array(result.warnings.map { .string($0) }))) }
    let headers = PassingHeaders.ofResponses.others(of: response.headers)
    if !headers.isEmpty { members.append(("headers", .object(headers))) }
    var isSaid = response.body.isEmpty
    if withJSON, case .json(let document) = BodyContent(response.body, response.headers),
      let output = LastingJSON(document: document, requestIDs: Self.requestIDs(response.headers)).output
    {
      members.append(("json", output))
      isSaid = output.serialized() == response.body
    }
    if let facts = PictureFacts(response) { members.append(("image", facts.output)) }
    if !isSaid { members.append(("body", text(response.body))) }
    return .object(members)
  }

  /// Returns the ids that the service gave the request: they are in its messages, too.
  private static func requestIDs(_ headers: HeaderList) -> [String] {
    headers.fields.filter { $0.name.lowercased().contains("request-id") && $0.value.utf8.count >= 8 }.map(\.value)
  }
}

/// The part of a JSON response that is the same the next time.
private struct LastingJSON {
  let document: JSONDocument
  let requestIDs: [String]

  /// Times, pictures and their URLs, and ids of requests.
  private static let passing: Set<String> = ["created", "timestamp", "b64_json", "url", "request_id", "requestId"]

  /// nil: nothing is the same.
  var output: JSONOutput? { output(document.root) }

  private func output(_ value: JSONValue) -> JSONOutput? {
    switch value {
    case .string(let string):
      let text = document.text(of: string)
      return requestIDs.contains { text.contains($0) } ? nil : .string(text)
    case .array(let elements): return .array(elements.map { output($0) ?? .null })
    case .object(let object):
      return .object(
        object.members.compactMap { member in Self.passing.contains(member.key) ? nil : output(member.value).map { (member.key, $0) } })
    default: return document.output(of: value)
    }
  }
}

/// Format and size of the picture of a response, or of each of its pictures.
private struct PictureFacts {
  let format: ImageFormat
  let size: PixelSize

  /// Reads the pictures; nil: there is none, or they are not alike.
  init?(_ response: Response) {
    let facts = Self.pictures(response).map { ImageHeader.read($0).header }
    guard let first = facts.first, let header = first, let size = header.size,
      facts.allSatisfy({ $0?.format == header.format && $0?.size == size })
    else { return nil }
    (format, self.size) = (header.format, size)
  }

  private static func pictures(_ response: Response) -> [[UInt8]] {
    guard case .json(let document) = BodyContent(response.body, response.headers) else {
      return response.body.isEmpty ? [] : [response.body]
    }
    guard case .object(let root) = document.root, case .array(let data)? = root["data"] else { return [] }
    return data.compactMap { entry in
      guard case .object(let object) = entry, case .string(let text)? = object["b64_json"] else { return nil }
      return try? Base64.decode(document.bytes(of: text))
    }
  }

  var output: JSONOutput { .object([("format", .string(format.rawValue)), ("width", .int(size.width)), ("height", .int(size.height))]) }
}
