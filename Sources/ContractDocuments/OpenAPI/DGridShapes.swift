internal import Contract
internal import Formats

/// What DGrid's JSON answers look like.
enum DGridShapes {
  /// What an answer of a status other than 200 holds; under every envelope `type` is a text.
  static func refusal(_ status: Int) -> JSONOutput {
    let error = Shape.object([
      .member("message", .string), .member("type", .string),
      .optional("param", .nullable(.string), "One of the gateway's layers has none."),
      .member("code", .nullable(.string)),
    ])
    return Shape.object([.member("error", error)]).schema
  }

  static func pictures(_ settings: Settings) -> Shape {
    let keepsAll = settings[Ambiguities.dgridResponseKeys] == .all
    let keys = ["url", "b64_json", "revised_prompt"].map { keepsAll ? Shape.Member.member($0, .string) : .optional($0, .string) }
    let isAlways = settings[Ambiguities.dgridUsage] == .always
    return .object([
      .member("created", .integer, "Unix time in seconds."), .member("data", .list(.object(keys))),
      isAlways ? .member("usage", usage) : .optional("usage", usage),
    ])
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
        ]))),
  ])
}
