internal import Contract
internal import Formats
internal import HTTPMessage

/// The answers of one operation other than 200: by status, who gives them, their schema, and examples.
struct DocumentedResponses {
  /// What a status means, for a heading.
  struct Reason {
    let status: Int
    let says: String
  }

  /// An answer as it goes over the wire, under a name.
  struct Example {
    let name: String
    let says: String
    let response: Response
  }

  let reasons: [Reason]
  let examples: [Example]
  /// The schema of the JSON of a status.
  let schema: (Int) -> JSONOutput
  /// What every such answer carries.
  let headers: [ResponseHeader]

  /// For `responses`.
  var members: [(String, JSONOutput)] {
    // What a scenario answers with 200 is no refusal.
    Set(reasons.map(\.status)).filter { $0 >= 400 }.sorted().map { status in ("\(status)", answer(status)) }
  }

  private func answer(_ status: Int) -> JSONOutput {
    let own = examples.filter { $0.response.status == status }
    let description = reasons.filter { $0.status == status }.map { "- \($0.says)" }.joined(separator: "\n")
    return .object([
      ("description", .string(description)), ("headers", .object(headers.map(\.member) + Self.headers(of: own))),
      (
        "content",
        .object([("application/json", .object([("schema", schema(status)), ("examples", .object(own.compactMap(Self.example)))]))])
      ),
    ])
  }

  /// The header lines that the examples have; all but what every answer has.
  private static func headers(of examples: [Example]) -> [(String, JSONOutput)] {
    var seen: [String] = ["content-type"]
    return examples.flatMap { example in
      example.response.headers.fields.compactMap { field in
        guard !seen.contains(field.name.lowercased()) else { return nil }
        seen.append(field.name.lowercased())
        return (field.name, .object([("schema", Shape.string.schema), ("description", .string("With \(example.name)."))]))
      }
    }
  }

  private static func example(_ example: Example) -> (String, JSONOutput)? {
    guard let document = try? JSONDocument(parsing: example.response.body) else { return nil }
    return (example.name, .object([("summary", .string(example.says)), ("value", document.output(of: document.root))]))
  }
}

extension ResponseHeader {
  /// For `headers`.
  var member: (String, JSONOutput) { (name, .object([("description", .string(says)), ("schema", shape.schema)])) }
}

extension [Rule] {
  /// Why answers of a status come: each rule that is refused with one.
  var reasons: [DocumentedResponses.Reason] {
    compactMap { rule in
      guard rule.severity == .violation, let status = Int(rule.response.prefix(3)) else { return nil }
      return DocumentedResponses.Reason(status: status, says: "`\(rule.id)` (\(rule.basis.rawValue)): \(rule.says)")
    }
  }
}

extension [NamedError] {
  func reasons(of api: API) -> [DocumentedResponses.Reason] {
    map {
      DocumentedResponses.Reason(
        status: $0.variant(of: api).status, says: "`\($0.name)` (\($0.variant(of: api).basis.rawValue)): \($0.summary)")
    }
  }

  func examples(of api: API, path: String, settings: Settings) -> [DocumentedResponses.Example] {
    let model = api == .venice ? VeniceModels.defaultID : "dall-e-2"
    let circumstances = NamedError.Circumstances(
      settings: settings, requestID: "req_00000000000000000000000000000000", path: path, model: model, now: 1_781_827_200_000)
    return map { DocumentedResponses.Example(name: $0.name, says: $0.summary, response: $0.response(of: api, circumstances)) }
  }
}
