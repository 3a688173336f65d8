/// DGrid's rules by stage: all checks of a stage run, the first violation decides the response, and `x-mock-rule` names all.
///
/// The order is the gateway's: credentials, the body and its model, the fields, the image. The groups of rules are in the files beside
/// this one.
package enum DGridRules {
  /// All rules of DGrid, in the order in which they are checked.
  package static var all: [Rule] {
    route.map(\.rule) + credentials.map(\.rule) + body.map(\.rule) + [multipartSyntax, jsonSyntax, jsonObject] + models.map(\.rule)
      + fields.map(\.rule) + messages.map(\.rule) + images.map(\.rule) + keyWarnings.map(\.rule) + modelWarnings.map(\.rule)
      + warnings.map(\.rule) + messageWarnings.map(\.rule) + sourceWarnings.map(\.rule) + imageWarnings.map(\.rule)
  }

  /// The rules that the OpenAPI document of the multipart form is made from.
  package static var ofMultipart: [Rule] { models.map(\.rule) + fields.map(\.rule) }

  /// The rules that the OpenAPI document of the JSON body is made from.
  package static var ofMessages: [Rule] { messages.map(\.rule) + models.map(\.rule) }

  /// The checks of a multipart form.
  static let fields: [Check<DGridForm, DGridError>] =
    imageFields + promptFields + maskFields + scalarFields + familyFields + streamFields + shapeFields

  static let warnings: [Warning<DGridForm>] = [modelMissing, undocumentedField] + partWarnings
}

/// The sources of DGrid's rules, as texts for `Rule.source`.
package enum DGridSource {
  /// A part of the page that the project emulates.
  static func page(_ part: String) -> String { "docs.dgrid.ai, qwen-image-edits, \(part)" }
  static func openAI(_ part: String) -> String { "OpenAI OpenAPI, CreateImageEditRequest, \(part)" }
  static func captured(_ part: String) -> String { "captured from OpenAI's endpoint: \(part)" }
  /// The source code of the gateway that DGrid seems to run.
  package static let gateway = "source of the new-api gateway"
  /// What is generally known of OpenAI's API.
  package static let openAIKnowledge = "general knowledge of OpenAI's API, not captured"
  static let undocumented = "not documented; the mock's choice"
}
