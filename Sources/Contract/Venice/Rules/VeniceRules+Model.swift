internal import HTTPMessage
internal import Support

/// A form together with the model it names, as the rules on the model's own limits see them.
package struct VeniceModelUse: Sendable {
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
    Rule(
      "venice.edit.modelId.enum", says: "The deprecated `modelId` is one of the ids that the contract lists: the page has 15.",
      .documented, source: VeniceSource.page("modelId: available options"), answers: "400 invalid_enum_value",
      when: Ambiguities.veniceModelIDEnum.is(.enumerated), since: "2026-02-04", asks: [SchemaConstraint("modelId", .listedModel)])
  ) { form in
    guard let text = form.text("modelId"), !text.isEmpty else { return [] }
    let id = text.string
    let options = VeniceModels.all(on: form.settings.veniceContract).map(\.id)
    guard !options.contains(id) else { return [] }
    return [
      Finding(
        "modelId", expected: "one of the \(options.count) ids of the contract", found: "'\(id.shortened())'",
        .invalidEnum(options, received: id, at: ["modelId"]))
    ]
  }

  static let modelChoice: [Check<VeniceForm, Response>] = [modelKnown]

  private static let modelKnown = Check<VeniceForm, Response>(
    Rule(
      "venice.edit.model.known", says: "The model is an edit model of GET /models?type=inpaint; ids are case-sensitive.", .observed,
      source: VeniceSource.skill, answers: VeniceError.invalidModel.summary)
  ) { form in
    guard form.model == nil else { return [] }
    let near = VeniceModels.all(on: form.settings.veniceContract).map(\.id).nearest(to: form.modelID.shortened())
    let field = form.string("model") == nil ? "modelId" : "model"
    return [
      Finding(field, expected: "an edit model, perhaps \(near)", found: "'\(form.modelID.shortened())'", VeniceError.invalidModel.response)
    ]
  }

  /// Ids that have left the list and are still taken, with the models that they run.
  static let aliases = ["qwen-edit": "qwen-edit-uncensored"]

  /// What is accepted and worth knowing of the model.
  static let modelNotices: [Warning<VeniceModelUse>] = [aliased]

  static let aliasRule = aliased.rule

  private static let aliased = Warning<VeniceModelUse>(
    Rule(
      "venice.edit.model.alias", says: "The model is sent by its own id: `qwen-edit` has left the list, and runs qwen-edit-uncensored.",
      .observed, source: VeniceSource.skill, severity: .warning, answers: "200", since: "2026-06-26")
  ) { use in
    guard use.form.alias != nil else { return [] }
    let field = use.form.string("model") == nil ? "modelId" : "model"
    return [Finding(field, expected: use.model.id, found: "'\(use.form.modelID)', an alias of it")]
  }

  static let modelLimits: [Check<VeniceModelUse, ZodIssue>] = [aspectRatioOfModel, resolutionOfModel, promptOfModel]

  private static let promptOfModel = Check<VeniceModelUse, ZodIssue>(
    Rule(
      "venice.edit.prompt.model-limit",
      says: "`prompt` has at most the model's promptCharacterLimit, in UTF-16 code units (1,500 for the default model).",
      .documented, source: VeniceSource.page("prompt: \"Character limit is model specific\""), answers: "400 too_big")
  ) { use in
    let limit = use.model.promptCharacterLimit
    guard let length = use.form.text("prompt")?.utf16Count, length > limit else { return [] }
    let expected = "at most \(limit) characters for \(use.model.id)"
    return [Finding("prompt", expected: expected, found: "\(length)", .tooLong(maximum: limit, at: ["prompt"]))]
  }
}
