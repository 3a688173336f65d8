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
