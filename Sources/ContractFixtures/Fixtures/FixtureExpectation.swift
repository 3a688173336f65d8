internal import Contract
internal import Formats
package import HTTPMessage
internal import Images
internal import Support

/// The response that a fixture's request must get.
package struct FixtureExpectation: Sendable {
  /// A picture whose format and size must be these, and which must decode to its end.
  struct Picture: Sendable {
    let format: ImageFormat
    let size: PixelSize

    init(_ node: FixtureNode) throws(FixtureError) {
      let object = try node.object("an image", ["format", "width", "height"])
      let formats = ImageFormat.written.map(\.rawValue)
      format = ImageFormat(rawValue: try object.required("format").string(of: formats, "format")) ?? .png
      size = PixelSize(
        width: try object.required("width").integer(in: 1...65_535), height: try object.required("height").integer(in: 1...65_535))
    }
  }

  /// The HTTP status.
  package let status: Int
  /// The ids in `x-mock-rule`, in order; empty: no such header.
  package let rules: [String]
  /// The ids in `x-mock-warning`, in order; empty: no such header.
  package let warnings: [String]
  /// What the value of a header must be.
  enum HeaderValue: Sendable, Equatable, CustomStringConvertible {
    /// There must be no such header.
    case none
    case exactly(String)
    /// A number of so many digits: times, and what is left, are other ones in each response.
    case digits(Int)

    init(_ node: FixtureNode) throws(FixtureError) {
      if node.isNull {
        self = .none
      } else if node.isGenerator {
        self = .digits(try node.object("a number in a header", ["$digits"]).required("$digits").integer(in: 1...20))
      } else {
        self = .exactly(
          try node.string("a string, null where there must be no such header, or { \"$digits\": 13 } for a number of so many digits"))
      }
    }

    func accepts(_ value: String?) -> Bool {
      switch self {
      case .none: value == nil
      case .exactly(let text): value == text
      case .digits(let count): value.map { $0.utf8.count == count && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } } ?? false
      }
    }

    /// The value itself; nil: there is none, or it is another one each time.
    var text: String? { if case .exactly(let text) = self { text } else { nil } }

    var description: String {
      switch self {
      case .none: "none"
      case .exactly(let text): "'\(text)'"
      case .digits(let count): "a number of \(count) digits"
      }
    }
  }

  /// What headers must be.
  let headers: [(name: String, value: HeaderValue)]
  /// What the JSON of the body must hold: objects may hold more, arrays not.
  let json: FixtureJSON?
  /// The body itself, or every `data[].b64_json` of a JSON body.
  let image: Picture?
  /// The body to its last byte, where a real service answered: for replaying, and not compared with.
  let body: FixtureText?

  /// Tells whether a picture is expected, as the body or inside it.
  package var isPicture: Bool { image != nil }

  /// Returns a short form: `400`, or `200 png 1024x1024`.
  package var short: String { image.map { "\(status) \($0.format.rawValue) \($0.size)" } ?? "\(status)" }

  init(_ node: FixtureNode, _ generators: FixtureGenerators) throws(FixtureError) {
    let object = try node.object("an answer", ["status", "rules", "warnings", "headers", "json", "image", "body"])
    status = try object.required("status").integer(in: 100...599)
    rules = try Self.rules(object["rules"])
    warnings = try Self.rules(object["warnings"])
    headers =
      try object["headers"]?.members().map { name, value throws(FixtureError) in
        (name, try HeaderValue(value))
      } ?? []
    json = try object["json"].map(generators.json)
    image = try object["image"].map { node throws(FixtureError) in try Picture(node) }
    body = try object["body"].map(generators.text)
  }

  private static func rules(_ node: FixtureNode?) throws(FixtureError) -> [String] {
    let ids = Ledger.rules.map(\.id)
    for element in try node?.elements() ?? [] {
      let id = try element.string("the id of a rule")
      guard ids.contains(id) else { throw element.error("'\(id)' is no rule; did you mean \(ids.nearest(to: id))?") }
    }
    return try node?.strings() ?? []
  }

  /// The kind of server that sent a response.
  package enum Server: Sendable, Equatable {
    /// This mock, which says in `x-mock-…` headers which rules were broken.
    case mock
    /// Another one, which knows nothing of the ledger, and may say `application/json; charset=utf-8`.
    case other
  }

  /// Compares a response with the expected one, and returns a line for each difference.
  package func mismatches(in response: Response, of server: Server = .mock) -> [String] {
    var lines = statusMismatch(response)
    if server == .mock { lines += idMismatch("x-mock-rule", rules, response) + idMismatch("x-mock-warning", warnings, response) }
    for (name, value) in headers where server == .mock || !name.lowercased().hasPrefix("x-mock-") {
      if server == .other, name == "content-type", let type = value.text, response.mediaType == type { continue }
      lines += mismatch(in: name, value, response)
    }
    return lines + jsonMismatches(response) + (image?.mismatches(in: response) ?? [])
  }

  /// Returns the response as the file has it: status, headers, and `body` or `json`; nil: a picture whose bytes are not in the file.
  package var response: Response? {
    if body == nil, json == nil, image != nil { return nil }
    let list = headers.compactMap { name, value in value.text.map { HeaderField(name, $0) } }
    return Response(status: status, headers: HeaderList(list), body: body?.bytes() ?? json?.output.serialized() ?? [])
  }

  private func statusMismatch(_ response: Response) -> [String] {
    response.status == status ? [] : ["status: expected \(status), came \(response.status) \(response.body.shown)"]
  }

  private func idMismatch(_ header: String, _ ids: [String], _ response: Response) -> [String] {
    mismatch(in: header, ids.isEmpty ? .none : .exactly(ids.joined(separator: ", ")), response)
  }

  private func mismatch(in header: String, _ expected: HeaderValue, _ response: Response) -> [String] {
    let came = response.headers[header]
    return expected.accepts(came) ? [] : ["header \(header): expected \(expected), came \(came.map { "'\($0)'" } ?? "none")"]
  }

  private func jsonMismatches(_ response: Response) -> [String] {
    guard let json else { return [] }
    do {
      let document = try JSONDocument(parsing: response.body)
      return json.mismatches(document.root, of: document, at: "$")
    } catch { return ["json: expected \(json.output.serialized().shown), came a body that is no JSON: \(error)"] }
  }
}

extension FixtureJSON {
  /// Objects may have more members than expected, arrays as many elements; numbers are compared as numbers.
  fileprivate func mismatches(_ value: JSONValue, of document: JSONDocument, at path: String) -> [String] {
    switch (self, value) {
    case (.null, .null): return []
    case (.bool(let expected), .bool(let came)) where expected == came: return []
    case (.number(let expected), .number(let came)) where expected.double == came.double: return []
    case (.string(let expected), .string(let came)) where expected.bytes() == document.bytes(of: came): return []
    case (.array(let expected), .array(let came)) where expected.count == came.count:
      return zip(expected, came).enumerated().flatMap { $1.0.mismatches($1.1, of: document, at: "\(path)[\($0)]") }
    case (.object(let expected), .object(let came)):
      return expected.flatMap { key, value in
        if case .absent = value { return came[key] == nil ? [] : ["json \(path).\(key): expected no such key, came one"] }
        guard let found = came[key] else { return ["json \(path).\(key): expected \(value.output.serialized().shown), came no such key"] }
        return value.mismatches(found, of: document, at: "\(path).\(key)")
      }
    default: return ["json \(path): expected \(output.serialized().shown), came \(document.output(of: value).serialized().shown)"]
    }
  }
}

extension Response {
  /// The content type without its parameters.
  var mediaType: String? { headers["content-type"].map { String($0.prefix { $0 != ";" }) } }
}

extension [UInt8] {
  /// The beginning as text, for one line of a message.
  var shown: String {
    let text = String(decoding: prefix(400), as: UTF8.self)
    return text.unicodeScalars.contains { $0.value < 32 || $0.value == 0xFFFD } ? "(\(count) bytes)" : count > 400 ? text + "…" : text
  }
}

extension FixtureExpectation.Picture {
  /// The expected picture against the body, or against each picture in a JSON body.
  func mismatches(in response: Response) -> [String] {
    guard response.mediaType == "application/json" else {
      let type = response.headers["content-type"] ?? "none"
      let wrongType = type == format.contentType ? [] : ["header content-type: expected '\(format.contentType)', came '\(type)'"]
      return wrongType + mismatches(of: response.body, "image")
    }
    let pictures = response.embeddedPictures
    guard !pictures.isEmpty else { return ["image: expected \(format.rawValue) \(size) in data[].b64_json, came none"] }
    return pictures.enumerated().flatMap { mismatches(of: $1, "data[\($0)].b64_json") }
  }

  private func mismatches(of file: [UInt8], _ name: String) -> [String] {
    let expected = "\(name): expected \(format.rawValue) \(size), came "
    let sniff = ImageHeader.read(file)
    guard let header = sniff.header, let found = header.size else { return [expected + "\(sniff)"] }
    guard header.format == format, found == size else { return [expected + "\(header.format.rawValue) \(found)"] }
    do {
      var rows = DiscardedRows()
      try ImageDecoder.decode(file, as: format, maximumArea: size.area, into: &rows)
      return []
    } catch { return [expected + "one that does not decode: \(error.message)"] }
  }
}

extension Response {
  fileprivate var embeddedPictures: [[UInt8]] {
    guard let document = try? JSONDocument(parsing: body), case .object(let root) = document.root, case .array(let data)? = root["data"]
    else { return [] }
    return data.compactMap { entry in
      guard case .object(let object) = entry, case .string(let text)? = object["b64_json"], !text.rawRange.isEmpty else { return nil }
      return (try? Base64.decode(document.bytes(of: text))) ?? []
    }
  }
}
