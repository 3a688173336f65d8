internal import Contract
internal import Formats
internal import HTTPMessage

/// Venice as the mock serves it, as OpenAPI 3.1.
struct VeniceDocument {
  let settings: Settings

  static let base = "/api/v1"

  var paths: [(String, JSONOutput)] {
    VeniceEndpoint.allCases.map { endpoint in
      let operations = endpoint.methods.map { ($0.lowercased(), endpoint == .models ? models($0) : edit) }
      return (String(endpoint.rawValue.dropFirst(Self.base.count)), .object(operations))
    }
  }

  private var edit: JSONOutput {
    let rules = Ledger.rules(for: settings).filter { $0.api == "venice" && !$0.id.hasPrefix("venice.models.") }
    let path = VeniceEndpoint.imageEdit.rawValue
    let answers = DocumentedResponses(
      reasons: rules.reasons + NamedErrors.all.reasons(of: .venice),
      examples: NamedErrors.all.examples(of: .venice, path: path, settings: settings)
        + ruleErrors([.methodNotAllowed, .headersTooLarge], allow: "POST"), schema: VeniceShapes.refusal,
      headers: AccountHeaders.general + AccountHeaders(settings).documented + OwnHeaders.refused)
    return [
      "operationId": "editImage", "summary": "Edit an image as the prompt says.",
      "security": [Self.security("BearerAuth"), Self.security("siwx")], "requestBody": body(rules),
      "responses": .object([("200", image)] + answers.members),
    ]
  }

  /// What rules answer and no scenario can ask for by name.
  private func ruleErrors(_ errors: [VeniceError], allow: String) -> [DocumentedResponses.Example] {
    errors.map { error in
      var response = error.response
      if error == .methodNotAllowed { response.headers.append("allow", allow) }
      return .init(name: error.name.lowercased(), says: error.message, response: response)
    }
  }

  /// As the page's own sample: the two fields that are required, and nothing else. The image is the smallest that is taken, 256x256 and white.
  private static let exampleBody: JSONOutput = [
    "prompt": "Colorize",
    "image": .string(
      "iVBORw0KGgoAAAANSUhEUgAAAQAAAAEAAQAAAAB0CZXLAAAAM0lEQVR42u3KoQEAAAwCIP9/Wk9YXYBMeoggCIIgCIIgCIIgCIIgCIIgCIIgCIIgCMLvMPPS4dI8z/G7AAAAAElFTkSuQmCC"
    ),
  ]

  private func body(_ rules: [Rule]) -> JSONOutput {
    let contents = [("application/json", SubmittedForm.Encoding.json), ("multipart/form-data", .multipart)].map { type, encoding in
      let schema = BodySchema(VeniceFields.all, rules, encoding, settings, limits: ModelLimits.venice(settings)).json
      let example = encoding == .json ? [("example", Self.exampleBody)] : []
      return (type, JSONOutput.object([("schema", schema)] + example))
    }
    return ["required": true, "content": .object(contents)]
  }

  private var image: JSONOutput {
    let own = VeniceResponse.headers.filter { $0.span.contains(settings.veniceContract) }
    let headers = own + AccountHeaders.general + AccountHeaders(settings).documented + OwnHeaders.accepted
    let file: JSONOutput = ["schema": Shape.text(format: "binary").schema]
    return [
      "description": "The edited image itself.", "headers": .object(headers.map(\.member)),
      "content": .object(["image/png", "image/jpeg", "image/webp"].map { ($0, file) }),
    ]
  }

  private func models(_ method: String) -> JSONOutput {
    let rules = Ledger.rules(for: settings).filter { rule in
      rule.api == "venice" && !["venice.edit.", "venice.auth.", "venice.wallet."].contains(where: rule.id.hasPrefix)
    }
    let failures = [NamedErrors.named("unknown-error")].compactMap(\.self)
    let answers = DocumentedResponses(
      reasons: rules.reasons + failures.reasons(of: .venice),
      examples: failures.examples(of: .venice, path: VeniceEndpoint.models.rawValue, settings: settings)
        + ruleErrors([.notFound, .methodNotAllowed, .headersTooLarge], allow: "GET, HEAD") + [
          .init(name: "unknown-type", says: "There is no such type.", response: VeniceRules.unknownType("sculpture"))
        ],
      schema: VeniceShapes.refusal, headers: AccountHeaders.general + OwnHeaders.refused)
    let list: JSONOutput = [
      "description": "The models of a type; the mock has edit models only.",
      "headers": .object((AccountHeaders.general + OwnHeaders.accepted).map(\.member)),
      "content": ["application/json": ["schema": VeniceShapes.models.schema, "example": exampleList]],
    ]
    let type: JSONOutput = [
      "name": "type", "in": "query", "description": "The type of the models; without it the list is of text models.",
      "schema": Shape.words(VeniceRules.modelTypes + VeniceRules.modelTypeGroups).schema, "example": "inpaint",
    ]
    return ContractDocument.modelsOperation(
      method, security: [[:], Self.security("BearerAuth")], parameters: [type], answers: [("200", list)] + answers.members)
  }

  private var exampleList: JSONOutput {
    let model = VeniceModels.model(VeniceModels.defaultID, on: settings.veniceContract)
    return ["object": "list", "type": "inpaint", "data": .array([model].compactMap { $0?.json })]
  }

  private static func security(_ name: String) -> JSONOutput { [name: []] }

  static let securitySchemes: [(String, JSONOutput)] = [
    ("BearerAuth", ["type": "http", "scheme": "bearer"]),
    (
      "siwx",
      [
        "type": "apiKey", "in": "header", "name": "SIGN-IN-WITH-X",
        "description": "A wallet's signed sign-in; `X-Sign-In-With-X` is its older name.",
      ]
    ),
  ]
}

/// What Venice's JSON answers look like. Source: the schemas of Venice's OpenAPI document, and captures of the wire where it has more keys.
enum VeniceShapes {
  /// What an answer of a status other than 200 holds.
  static func refusal(_ status: Int) -> JSONOutput {
    switch status {
    case 400: .anyOf([invalid, error].map(\.schema))
    case 402: .anyOf([error, discovery, paymentRequired].map(\.schema))
    default: error.schema
    }
  }

  private static let error = Shape.object([
    .member("error", .string), .optional("code", .string, "Of few errors only."),
    .optional("suggested_prompt", .string, "One that would be let through."),
  ])

  private static let invalid = Shape.object([
    .member("error", .words(["Invalid request parameters"])), .member("details", .any, "What is wrong, nested as the fields are."),
    .member("issues", .list(.any), "The same as a list."),
  ])

  private static let offer: [Shape.Member] = [
    .member("x402Version", .integer), .member("error", .string), .member("resource", .any), .member("accepts", .list(.any)),
    .member("extensions", .any), .member("authOptions", .any),
  ]

  private static let discovery = Shape.object(offer)

  private static let paymentRequired = Shape.object([
    .member("error", .string), .member("code", .words(["PAYMENT_REQUIRED"])), .member("reason", .string), .member("message", .string),
    .member("currentBalanceUsd", .number), .member("minimumBalanceUsd", .number), .member("description", .string),
    .member("suggestedTopUpUsd", .number), .member("minimumTopUpUsd", .number), .member("supportedTokens", .list(.string)),
    .member("supportedChains", .list(.string)), .member("topUpInstructions", .any), .member("siwxChallenge", .any),
  ])

  static let models = Shape.object([.member("object", .words(["list"])), .member("type", .string), .member("data", .list(model))])

  private static let model = Shape.object([
    .member("created", .integer), .member("id", .string), .member("model_spec", spec), .member("object", .words(["model"])),
    .member("owned_by", .string), .member("type", .words(["inpaint"])),
  ])

  private static let spec = Shape.object([
    .optional("betaModel", .boolean), .member("pricing", .any), .member("constraints", constraints),
    .member("supportsOptimizePromptThinking", .boolean), .member("name", .string), .member("offline", .boolean),
    .member("privacy", .words(["private", "anonymized"])), .member("traits", .list(.string)),
  ])

  private static let constraints = Shape.object([
    .member("aspectRatios", .list(.string)), .member("promptCharacterLimit", .integer), .member("combineImages", .boolean),
    .optional("maxInputImages", .integer),
    .member("singleImageAspectRatio", .boolean), .optional("defaultResolution", .string), .optional("resolutions", .list(.string)),
    .optional("defaultQuality", .string), .optional("qualities", .list(.string)),
  ])
}

extension JSONOutput { fileprivate static func anyOf(_ schemas: [JSONOutput]) -> JSONOutput { ["anyOf": .array(schemas)] } }
