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
    var list = HeaderList()
    var withheld: [String] = []
    for (name, value) in headers {
      if value.isNull {
        withheld.append(name)
      } else {
        list.append(name, String(decoding: try generators.text(value).bytes(), as: UTF8.self))
      }
    }
    self.withheld = withheld
    head = RequestHead(
      method: try object.required("method").string(), path: target[0], query: target.count > 1 ? target[1] : "", headers: list)
    content = try FixtureContent(object, generators)
  }

  /// Whether the fixture itself says what the header is to be, or that there is none.
  func names(_ header: String) -> Bool {
    head.headers[header] != nil || withheld.contains { $0.equalsIgnoringASCIICase(header) }
  }
}
