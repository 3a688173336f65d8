internal import Formats
internal import HTTPMessage

/// What a fixture says of its request, bodies not made yet.
struct FixtureRequest: Sendable {
  let head: RequestHead
  let content: FixtureContent
  /// Names whose header is not sent although it would be by default.
  private let withheld: [String]

  init(_ node: FixtureNode, _ generators: FixtureGenerators) throws(FixtureError) {
    let object = try node.object("a request", ["method", "path", "headers", "json", "multipart", "text"])
    let target = try object.required("path").string().split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let headers = try object["headers"]?.members() ?? []
    withheld = headers.filter(\.value.isNull).map(\.key)
    var list = HeaderList()
    for (name, value) in headers where !value.isNull {
      list.append(name, String(decoding: try generators.text(value).bytes(), as: UTF8.self))
    }
    head = RequestHead(
      method: try object.required("method").string(), path: target[0], query: target.count > 1 ? target[1] : "", headers: list)
    content = try FixtureContent(object, generators)
  }

  /// Tells whether the fixture itself says what the header is to be, or that there is none.
  func names(_ header: String) -> Bool { head.headers[header] != nil || withheld.contains { $0.equalsIgnoringASCIICase(header) } }
}

/// One part of a multipart form, as curl would send it.
struct FixturePart: Sendable {
  let name: String
  let filename: String?
  let type: String?
  private let content: FixtureBytes

  /// The same in every run, so that bodies are.
  static let boundary = "------------------------image-edit-mock"

  init(_ node: FixtureNode, _ generators: FixtureGenerators) throws(FixtureError) {
    let object = try node.object("a part", ["name", "text", "file", "filename", "type"])
    name = try object.required("name").string()
    type = try object["type"]?.string()
    switch (object["text"], object["file"]) {
    case (let text?, nil):
      content = .text(try generators.text(text))
      filename = try object["filename"]?.string()
    case (nil, let file?):
      content = try generators.bytes(file)
      filename = try object["filename"]?.string() ?? "image.png"
    default: throw node.error("a part has one content; write text or file")
    }
  }

  static func body(of parts: [FixturePart]) -> [UInt8] {
    var body: [UInt8] = []
    for part in parts {
      let filename = part.filename.map { "; filename=\"\($0.quotedInHeader)\"" } ?? ""
      let type = part.type.map { "Content-Type: \($0)\r\n" } ?? ""
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name.quotedInHeader)\"\(filename)\r\n\(type)\r\n".utf8
      body += part.content.bytes()
      body += "\r\n".utf8
    }
    return body + "--\(boundary)--\r\n".utf8
  }
}

extension String {
  /// The three characters that HTML's form encoding escapes.
  fileprivate var quotedInHeader: String {
    String(
      flatMap { character in
        switch character {
        case "\"": "%22"
        case "\r\n": "%0D%0A"
        case "\n": "%0A"
        case "\r": "%0D"
        default: String(character)
        }
      })
  }
}

/// The body of a fixture's request.
enum FixtureContent: Sendable {
  case none
  case json(FixtureJSON)
  case multipart([FixturePart])
  /// A body as it stands, for what the other two would never write.
  case text(FixtureText)

  init(_ request: FixtureObject, _ generators: FixtureGenerators) throws(FixtureError) {
    let nodes = ["json", "multipart", "text"].compactMap { request[$0] }
    guard let node = nodes.first else {
      self = .none
      return
    }
    if nodes.count > 1 { throw nodes[1].error("a request has one body; write one of json, multipart and text") }
    switch node.name {
    case "json": self = .json(try generators.json(node))
    case "multipart":
      self = .multipart(try node.elements().map { element throws(FixtureError) in try FixturePart(element, generators) })
    default: self = .text(try generators.text(node))
    }
  }

  /// The bytes, and the content type that goes with them.
  func wire() -> (body: [UInt8], contentType: String?) {
    switch self {
    case .none: ([], nil)
    case .json(let json): (json.output.serialized(), "application/json")
    case .multipart(let parts): (FixturePart.body(of: parts), "multipart/form-data; boundary=\(FixturePart.boundary)")
    case .text(let text): (text.bytes(), nil)
    }
  }
}
