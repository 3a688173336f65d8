internal import Formats
internal import HTTPMessage
internal import Images
internal import MockService

extension FixtureWriter {
  /// Headers of one response or one connection only; small letters.
  private static let passing: Set<String> = [
    "age", "alt-svc", "content-length", "date", "etag", "expires", "last-modified", "nel", "report-to", "server", "server-timing",
    "set-cookie", "strict-transport-security", "via",
  ]
  private static let passingFamilies = ["cf-", "x-mock-", "x-cache", "x-amz-", "x-vercel-"]
  private static let passingWords = ["request-id", "requestid", "trace", "remaining", "reset"]

  mutating func response(_ response: Response, _ result: ContractResult, withJSON: Bool) -> JSONOutput {
    var members: [(String, JSONOutput)] = [("status", .int(response.status))]
    if !result.rules.isEmpty { members.append(("rules", .array(result.rules.map { .string($0) }))) }
    if !result.warnings.isEmpty { members.append(("warnings", .array(result.warnings.map { .string($0) }))) }
    let headers = headers(response.headers)
    if !headers.isEmpty { members.append(("headers", .object(headers))) }
    var isSaid = response.body.isEmpty
    if withJSON, case .json(let document) = BodyContent(response.body, response.headers) {
      let lasting = LastingJSON(document, requestIDs: Self.requestIDs(response.headers))
      if let output = lasting.output {
        members.append(("json", output))
        isSaid = output.serialized() == response.body
      }
    }
    if let facts = PictureFacts(response) { members.append(("image", facts.output)) }
    if !isSaid { members.append(("body", text(response.body))) }
    return .object(members)
  }

  private func headers(_ list: HeaderList) -> [(String, JSONOutput)] {
    var seen: Set<String> = []
    return list.fields.filter { !isPassing($0.name.lowercased()) && seen.insert($0.name.lowercased()).inserted }
      .map { ($0.name, .string($0.value)) }
  }

  private func isPassing(_ name: String) -> Bool {
    Self.passing.contains(name) || Forwarding.hopByHop.contains(name) || Self.passingFamilies.contains { name.hasPrefix($0) }
      || Self.passingWords.contains { name.contains($0) }
  }

  /// Returns the ids that the service gave the request: they are in its messages, too.
  private static func requestIDs(_ headers: HeaderList) -> [String] {
    headers.fields.filter { $0.name.lowercased().contains("request-id") && $0.value.utf8.count >= 8 }.map(\.value)
  }
}

/// The part of a JSON response that is the same the next time.
private struct LastingJSON {
  private let document: JSONDocument
  private let requestIDs: [String]

  /// Times, pictures and their URLs, and ids of requests.
  private static let passing: Set<String> = ["created", "timestamp", "b64_json", "url", "request_id", "requestId"]

  init(_ document: JSONDocument, requestIDs: [String]) {
    self.document = document
    self.requestIDs = requestIDs
  }

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
