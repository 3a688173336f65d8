package import HTTPMessage
internal import Support

/// A form with the model that it names, as the rules on the model's own limits see them.
struct VeniceModelUse: Sendable {
  let form: VeniceForm
  let model: VeniceModel
}

extension VeniceRules {
  static let modelFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeString("model", source: VeniceSource.page("model: string")),
    mustNotBeEmpty("model", source: VeniceSource.page("model: \"Minimum string length: 1\""), since: "2026-03-26"),
  ]

  static let modelIDFields: [Check<VeniceForm, ZodIssue>] = [
    modelIDType, mustNotBeEmpty("modelId", source: VeniceSource.page("modelId: \"Minimum string length: 1\"")), modelIDEnum,
  ]

  private static let modelIDType = mustBeString("modelId", source: VeniceSource.page("modelId: enum<string>"))

  private static let modelIDEnum = Check<VeniceForm, ZodIssue>(
    "venice.edit.modelId.enum", says: "The deprecated `modelId` is one of the ids that the contract lists: the page has 15.", .documented,
    source: VeniceSource.page("modelId: available options"), response: "400 invalid_enum_value",
    when: Ambiguities.veniceModelIDEnum.is(.enumerated), since: "2026-02-04", asks: ["modelId": [.listedModel]]
  ) { form in
    guard let text = form.text("modelId"), !text.isEmpty else { return [] }
    let id = text.string
    let options = VeniceModels.all(on: form.settings.veniceContract).map(\.id)
    guard !options.contains(id) else { return [] }
    let issue = ZodIssue.invalidEnum(options, received: id, at: ["modelId"])
    return [Finding("modelId", expected: "one of the \(options.count) ids of the contract", found: "'\(id.shortened())'", issue)]
  }

  static let modelChoice: [Check<VeniceForm, Response>] = [modelKnown]

  private static let modelKnown = Check<VeniceForm, Response>(
    "venice.edit.model.known", says: "The model is an edit model of GET /models?type=inpaint; ids are case-sensitive.", .observed,
    source: VeniceSource.clientNotes, response: VeniceError.invalidModel.summary
  ) { form in
    guard form.model == nil else { return [] }
    let near = VeniceModels.all(on: form.settings.veniceContract).map(\.id).nearest(to: form.modelID.shortened())
    let field = form.string("model") == nil ? "modelId" : "model"
    return [Finding(field, expected: "an edit model, perhaps \(near)", found: "'\(form.modelID.shortened())'", .invalidModel)]
  }

  /// Ids that have left the list and are still accepted, with the models that they stand for.
  static let aliases = ["qwen-edit": "qwen-edit-uncensored"]

  static let aliased = Warning<VeniceModelUse>(
    "venice.edit.model.alias", says: "The model is sent by its own id: `qwen-edit` has left the list, and runs qwen-edit-uncensored.",
    .observed, source: VeniceSource.clientNotes, since: "2026-06-26"
  ) { use in
    guard use.form.alias != nil else { return [] }
    let field = use.form.string("model") == nil ? "modelId" : "model"
    return [Finding(field, expected: use.model.id, found: "'\(use.form.modelID)', an alias of it")]
  }

  /// The values of `type` in GET /models; without it the list is of text models.
  package static let modelTypes = ["asr", "embedding", "image", "music", "text", "tts", "upscale", "inpaint", "video"]
  /// The values of `type` that stand for several types.
  package static let modelTypeGroups = ["all", "code"]

  static let modelsQuery: [Check<String?, ZodIssue>] = [modelsType]

  private static let modelsType = Check<String?, ZodIssue>(
    "venice.models.type.enum", says: "`type` of GET /models is one of \((modelTypes + modelTypeGroups).joined(separator: ", ")).",
    .documented, source: "docs.venice.ai, GET /models, type; the union's text: " + VeniceSource.clientNotes, response: "400 invalid_union"
  ) { type in
    guard let type, !(modelTypes + modelTypeGroups).contains(type) else { return [] }
    let expected = "one of \((modelTypes + modelTypeGroups).joined(separator: ", "))"
    return [Finding("type", expected: expected, found: "'\(type.shortened())'", issue(type))]
  }

  /// Returns the response to an unknown `type`.
  package static func unknownType(_ type: String) -> Response { [issue(type)].response }

  private static func issue(_ type: String) -> ZodIssue {
    .invalidUnion([modelTypes, modelTypeGroups].map { .invalidEnum($0, received: type, at: ["type"]) }, at: ["type"])
  }

  static let deprecatedModelID = Warning<VeniceModelUse>(
    "venice.edit.modelId.deprecated", says: "`model` is sent instead of the deprecated `modelId`.", .documented,
    source: VeniceSource.page("modelId: \"Deprecated: Use model instead\""), since: "2026-03-26"
  ) { use in
    guard let id = use.form.string("modelId") else { return [] }
    let ignored = use.form.value("model") == nil ? "" : "; `model` wins"
    return [Finding("modelId", expected: "`model`", found: "`modelId` '\(id)'\(ignored)")]
  }
}
