internal import Contract
internal import Images
internal import Support

/// The answer that a fixture's request must get.
package struct FixtureExpectation: Sendable {
  /// A picture whose format and size must be these, and which must decode to its end.
  struct Picture: Sendable {
    let format: ImageFormat
    let size: PixelSize
  }

  package let status: Int
  /// The ids in `x-mock-rule`, in order; none: no such header.
  package let rules: [String]
  /// The ids in `x-mock-warning`, in order; none: no such header.
  package let warnings: [String]
  /// Headers that must have exactly this value; nil: must not be there.
  let headers: [(name: String, value: String?)]
  /// What the JSON of the body must hold: objects may hold more, arrays not.
  let json: FixtureJSON?
  /// The body itself, or every `data[].b64_json` of a JSON body.
  let image: Picture?
  /// The body to its last byte, where somebody else answered: for replaying, and not compared with.
  let body: FixtureText?

  /// Whether a picture is expected, in the body or inside of it.
  package var isPicture: Bool { image != nil }

  /// `400`, or `200 png 1024x1024`.
  package var short: String { image.map { "\(status) \($0.format.rawValue) \($0.size)" } ?? "\(status)" }

  init(_ node: FixtureNode, _ generators: FixtureGenerators) throws(FixtureError) {
    let object = try node.object("an answer", ["status", "rules", "warnings", "headers", "json", "image", "body"])
    status = try object.required("status").integer(in: 100...599)
    rules = try Self.rules(object["rules"])
    warnings = try Self.rules(object["warnings"])
    var headers: [(name: String, value: String?)] = []
    for (name, value) in try object["headers"]?.members() ?? [] {
      headers.append((name, value.isNull ? nil : try value.string("a string, or null where there must be no such header")))
    }
    self.headers = headers
    if let value = object["json"] { json = try generators.json(value) } else { json = nil }
    if let value = object["image"] { image = try Picture(value) } else { image = nil }
    if let value = object["body"] { body = try generators.text(value) } else { body = nil }
  }

  private static func rules(_ node: FixtureNode?) throws(FixtureError) -> [String] {
    let ids = Ledger.rules.map(\.id)
    for element in try node?.elements() ?? [] {
      let id = try element.string("the id of a rule")
      guard ids.contains(id) else { throw element.error("'\(id)' is no rule; did you mean \(ids.nearest(to: id))?") }
    }
    return try node?.strings() ?? []
  }
}

extension FixtureExpectation.Picture {
  init(_ node: FixtureNode) throws(FixtureError) {
    let object = try node.object("an image", ["format", "width", "height"])
    let formats = ImageFormat.allCases.map(\.rawValue)
    format = ImageFormat(rawValue: try object.required("format").string(of: formats, "format")) ?? .png
    size = PixelSize(
      width: try object.required("width").integer(in: 1...65_535), height: try object.required("height").integer(in: 1...65_535))
  }
}
