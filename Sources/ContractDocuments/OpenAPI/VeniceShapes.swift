internal import Contract
internal import Formats

/// What Venice's JSON answers look like.
///
/// Source: the schemas of Venice's OpenAPI document, and captures of the wire where it has more keys.
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

  static let models = Shape.object([
    .member("object", .words(["list"])), .member("type", .string), .member("data", .list(model)),
  ])

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
