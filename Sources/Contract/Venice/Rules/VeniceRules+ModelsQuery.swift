package import HTTPMessage

extension VeniceRules {
  /// The values of `type` in GET /models; without it the list is of text models.
  package static let modelTypes = ["asr", "embedding", "image", "music", "text", "tts", "upscale", "inpaint", "video"]
  package static let modelTypeGroups = ["all", "code"]

  static let modelsQuery: [Check<String?, ZodIssue>] = [modelsType]

  private static let modelsType = Check<String?, ZodIssue>(
    Rule(
      "venice.models.type.enum", says: "`type` of GET /models is one of \((modelTypes + modelTypeGroups).joined(separator: ", ")).",
      .documented, source: "docs.venice.ai, GET /models, type; the union's text: " + VeniceSource.skill, answers: "400 invalid_union")
  ) { type in
    guard let type, !(modelTypes + modelTypeGroups).contains(type) else { return [] }
    return [
      Finding(
        "type", expected: "one of \((modelTypes + modelTypeGroups).joined(separator: ", "))", found: "'\(type.shortened())'",
        issue(type))
    ]
  }

  /// What a type is answered that nobody knows.
  package static func unknownType(_ type: String) -> Response { [issue(type)].response }

  private static func issue(_ type: String) -> ZodIssue {
    .invalidUnion([modelTypes, modelTypeGroups].map { .invalidEnum($0, received: type, at: ["type"]) }, at: ["type"])
  }
}
