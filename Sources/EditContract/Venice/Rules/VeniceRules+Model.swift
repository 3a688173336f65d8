internal import HTTPMessage

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
      "venice.edit.modelId.enum", says: "The deprecated `modelId` is one of the page's 15 ids.", .documented,
      source: VeniceSource.page("modelId: available options"), answers: "400 invalid_enum_value",
      when: Decisions.veniceModelIDEnum.is(.enumerated), since: "2026-06-04", until: "2026-06-22")
  ) { form in
    guard let text = form.text("modelId"), !text.isEmpty else { return [] }
    let id = text.string
    let options = VeniceModels.all.map(\.id)
    guard !options.contains(id) else { return [] }
    return [
      Finding(
        "modelId", expected: "one of the 15 ids of the page", found: "'\(id.shortened())'",
        .invalidEnum(options, received: id, at: ["modelId"]))
    ]
  }

  static let modelChoice: [Check<VeniceForm, Response>] = [modelKnown]

  private static let modelKnown = Check<VeniceForm, Response>(
    Rule(
      "venice.edit.model.known", says: "The model is an edit model of GET /models?type=inpaint; ids are case-sensitive.", .observed,
      source: VeniceSource.skill, answers: VeniceError.invalidModel.summary)
  ) { form in
    guard VeniceModels.model(form.modelID) == nil else { return [] }
    let near = VeniceModels.all.map(\.id).nearest(to: form.modelID.shortened())
    let field = form.string("model") == nil ? "modelId" : "model"
    return [
      Finding(field, expected: "an edit model, perhaps \(near)", found: "'\(form.modelID.shortened())'", VeniceError.invalidModel.response)
    ]
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
