internal import Formats

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
      var parts: [FixturePart] = []
      for element in try node.elements() { parts.append(try FixturePart(element, generators)) }
      self = .multipart(parts)
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
