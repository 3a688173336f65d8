internal import Support

/// The model that a request of either shape names, as the rules on it see it.
struct DGridModelChoice: Sendable {
  let model: DGridModel
  let settings: Settings
}

extension DGridRules {
  static let models: [Check<DGridModelChoice, DGridError>] = [named, canEdit, known]

  private static let named = Check<DGridModelChoice, DGridError>(
    "dgrid.edit.model.required", says: "`model` is sent, as the gateway wants it; the page makes it optional in multipart.", .observed,
    source: DGridSource.gateway, response: "400 missing_required_parameter", when: Ambiguities.dgridMissingModel.is(.reject),
    asks: ["model": [.required]]
  ) { choice in
    guard choice.model.family == .unnamed else { return [] }
    return [Finding("model", expected: "a model", found: "no such field", .missingModel)]
  }

  private static let canEdit = Check<DGridModelChoice, DGridError>(
    "dgrid.edit.model.can-edit", says: "The model can edit: dall-e-3 cannot.", .observed,
    source: DGridSource.captured("Value must be 'dall-e-2'"), response: "400 invalid_value"
  ) { choice in
    guard choice.model.family == .dallE3 else { return [] }
    let id = choice.model.id
    return [Finding("model", expected: "dall-e-2 or another edit model", found: "'\(id)'", .notAnEditModel(id))]
  }

  private static let known = Check<DGridModelChoice, DGridError>(
    "dgrid.edit.model.known",
    says: "The model is of a family the mock knows: dall-e-2, gpt-image-*, wanx*, wan2*, qwen-image*, with or without provider/.", .assumed,
    source: "DGrid publishes no list; --set dgrid.unknown-model=accept takes any", response: "404 model_not_found",
    asks: ["model": [.pattern(DGridModel.knownPattern)]]
  ) { choice in
    guard choice.model.family == .unknown, choice.settings[Ambiguities.dgridUnknownModel] != .accept else { return [] }
    let near = DGridModel.listed.nearest(to: choice.model.id.shortened())
    let isNotFound = choice.settings[Ambiguities.dgridUnknownModel] == .notFound
    var error = DGridError.unknownModel(choice.model.id, status: isNotFound ? 404 : 503)
    if isNotFound { error.gateway = nil }
    let expected = "a known model, perhaps \(near) (--set dgrid.unknown-model=accept takes any)"
    return [Finding("model", expected: expected, found: "'\(choice.model.id.shortened())'", error)]
  }

  static let modelMissing = Warning<DGridForm>(
    "dgrid.edit.model.missing", says: "`model` is sent: the page makes it optional, the gateway refuses a request without it.", .observed,
    source: DGridSource.gateway, when: Ambiguities.dgridMissingModel.is(.accept)
  ) { form in
    guard form.model.family == .unnamed else { return [] }
    return [Finding("model", expected: "a model", found: "no such part")]
  }
}
