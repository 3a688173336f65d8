internal import Contract
internal import Formats
internal import HTTPMessage

/// DGrid as the mock serves it, as OpenAPI 3.1.
struct DGridDocument {
  let settings: Settings

  static let base = "/v1"

  var paths: [(String, JSONOutput)] {
    DGridEndpoint.allCases.map { endpoint in
      let operations = endpoint.methods.map { ($0.lowercased(), endpoint == .models ? models($0) : edit) }
      return (String(endpoint.rawValue.dropFirst(Self.base.count)), .object(operations))
    }
  }

  private var edit: JSONOutput {
    let rules = Ledger.rules(for: settings).filter { $0.api == "dgrid" }
    let answers = DocumentedResponses(
      reasons: rules.reasons + NamedErrors.all.reasons(of: .dgrid),
      examples: NamedErrors.all.examples(of: .dgrid, path: DGridEndpoint.imageEdits.rawValue, settings: settings)
        + ruleErrors(DGridEndpoint.imageEdits, allow: "POST"), schema: DGridShapes.refusal, headers: headers + OwnHeaders.refused)
    return [
      "operationId": "editImage", "summary": "Edit an image as the prompt says.", "security": [Self.security], "requestBody": body,
      "responses": .object([("200", pictures)] + answers.members),
    ]
  }

  private var body: JSONOutput {
    let multipart = BodySchema(
      DGridFields.multipart.filter { $0.name != DGridFields.secondImageName }, DGridRules.ofMultipart, .multipart, settings,
      limits: ModelLimits.dgrid)
    let messages = BodySchema(DGridFields.messages, DGridRules.ofMessages, .json, settings)
    return [
      "required": true,
      "content": [
        "multipart/form-data": ["schema": multipart.json], "application/json": ["schema": messages.json, "example": Self.exampleBody],
      ],
    ]
  }

  private var pictures: JSONOutput {
    [
      "description": "The edited pictures: addresses, or files in base64.",
      "headers": .object((headers + OwnHeaders.accepted).map(\.member)),
      "content": ["application/json": ["schema": DGridShapes.pictures(settings).schema, "example": examplePictures]],
    ]
  }

  private func models(_ method: String) -> JSONOutput {
    let rules = Ledger.rules(for: settings).filter { $0.api == "dgrid" && !$0.id.hasPrefix("dgrid.edit.") }
    let answers = DocumentedResponses(
      reasons: rules.reasons,
      examples: [NamedErrors.named("invalid-key")].compactMap(\.self).examples(
        of: .dgrid, path: DGridEndpoint.models.rawValue, settings: settings) + ruleErrors(DGridEndpoint.models, allow: "GET, HEAD"),
      schema: DGridShapes.refusal, headers: headers + OwnHeaders.refused)
    let example = DGridModelList.response.json
    let list: JSONOutput = [
      "description": "The models that the mock knows.", "headers": .object((headers + OwnHeaders.accepted).map(\.member)),
      "content": ["application/json": ["schema": DGridShapes.models.schema, "example": example]],
    ]
    return ContractDocument.modelsOperation(method, security: [Self.security], answers: [("200", list)] + answers.members)
  }

  private var headers: [ResponseHeader] {
    let isGateway = settings[Ambiguities.dgridErrorEnvelope] == .newapi
    return [ResponseHeader("x-request-id", "The request's id.", DGridSource.openAIKnowledge)]
      + (isGateway ? [ResponseHeader("X-Oneapi-Request-Id", "The request's id.", DGridSource.gateway)] : [])
  }

  /// What rules answer and no scenario can ask for by name.
  private func ruleErrors(_ endpoint: DGridEndpoint, allow: String) -> [DocumentedResponses.Example] {
    let errors: [(String, DGridError)] = [
      ("unknown-url", .unknownURL("POST", "/v1/images/edit")),
      ("method-not-allowed", .methodNotAllowed("PUT", endpoint.rawValue, allow: allow)),
      ("headers-too-large", .headersTooLarge), ("unsupported-encoding", .unsupportedEncoding),
    ]
    return errors.map { name, error in
      .init(name: name, says: error.message, response: error.response(settings, requestID: "req_00000000000000000000000000000000"))
    }
  }

  /// The page's own example.
  private static let exampleBody: JSONOutput = {
    let content = JSONOutput.string("Remove the background and replace it with a solid white backdrop.")
    let message: JSONOutput = ["role": "user", "content": content]
    return ["model": "wanx-v1", "input": ["messages": [message]]]
  }()

  /// What the page's own example is answered with.
  private var examplePictures: JSONOutput {
    let head = RequestHead(
      method: "POST", path: DGridEndpoint.imageEdits.rawValue, headers: HeaderList([HeaderField("content-type", "application/json")]))
    var form: SubmittedForm?
    let request = Request(head: head, body: .complete(Self.exampleBody.serialized()))
    guard case .accepted(let candidate) = DGridContract(settings: settings, keys: KeyRing()).examine(request, requestID: "", form: &form)
    else { return .null }
    let answer = DGridResponse(candidate, sources: [], size: candidate.outputSize(for: nil), settings: settings)
    return answer.response([.url("http://127.0.0.1:8080/generated/edited-0.png")], created: 1_719_859_200).json
  }

  private static let security: JSONOutput = ["BearerAuth": []]

  static let securitySchemes: [(String, JSONOutput)] = [
    ("BearerAuth", ["type": "http", "scheme": "bearer"])
  ]
}

extension Response {
  /// The body as JSON.
  fileprivate var json: JSONOutput { (try? JSONDocument(parsing: body)).map { $0.output(of: $0.root) } ?? .null }
}

/// What DGrid's JSON answers look like.
enum DGridShapes {
  /// What an answer of a status other than 200 holds; under every envelope `type` is a text.
  static func refusal(_ status: Int) -> JSONOutput {
    let error = Shape.object([
      .member("message", .string), .member("type", .string),
      .optional("param", .nullable(.string), "One of the gateway's layers has none."), .member("code", .nullable(.string)),
    ])
    return Shape.object([.member("error", error)]).schema
  }

  static func pictures(_ settings: Settings) -> Shape {
    let keepsAll = settings[Ambiguities.dgridResponseKeys] == .all && settings[Ambiguities.dgridModelFamilies] == .page
    let keepsOptions = settings[Ambiguities.dgridModelFamilies] == .upstream
    let options: [Shape.Member] =
      keepsOptions ? ["background", "output_format", "quality", "size"].map { .optional($0, .string, "GPT image models.") } : []
    let keys = ["url", "b64_json", "revised_prompt"].map { keepsAll ? Shape.Member.member($0, .string) : .optional($0, .string) }
    let isAlways = settings[Ambiguities.dgridUsage] == .always
    return .object(
      [
        .member("created", .integer, "Unix time in seconds."), .member("data", .list(.object(keys))),
      ] + options + [isAlways ? .member("usage", usage) : .optional("usage", usage)])
  }

  private static let usage = Shape.object([
    .member("total_tokens", .integer), .member("input_tokens", .integer), .member("output_tokens", .integer),
    .member("input_tokens_details", .object([.member("text_tokens", .integer), .member("image_tokens", .integer)])),
  ])

  static let models = Shape.object([
    .member("object", .words(["list"])), .member("success", .boolean),
    .member(
      "data",
      .list(
        .object([
          .member("id", .string), .member("object", .words(["model"])), .member("created", .integer), .member("owned_by", .string),
          .member("supported_endpoint_types", .list(.string)),
          .optional("retired", .string, "The mock's own: the day on which OpenAI retired the model."),
        ]))),
  ])
}
