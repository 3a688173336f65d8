internal import Support

/// The model that a request of either shape names, as the rules on it see it.
struct DGridModelChoice: Sendable {
  let model: DGridModel
  let settings: Settings
}

extension DGridModel {
  /// What to write instead of an unknown name.
  fileprivate var nearestKnown: String { "a known model, perhaps \(Self.listed.nearest(to: id.shortened()))" }
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
    return [Finding("model", expected: "an edit model such as gpt-image-2", found: "'\(id)'", .notAnEditModel(id))]
  }

  private static let familiesSource = "DGrid publishes no list of edit models; the mock's choice"

  private static let known = Check<DGridModelChoice, DGridError>(
    "dgrid.edit.model.known",
    says:
      "The model is of a family the mock knows: dall-e-2, gpt-image-*, chatgpt-image-latest, wanx*, wan2*, qwen-image*, with or without provider/.",
    .assumed, source: familiesSource + "; --set dgrid.unknown-model=accept takes any", response: "404 model_not_found",
    when: Ambiguities.dgridUnknownModel.is(.notFound, .unavailable), asks: ["model": [.pattern(DGridModel.knownPattern)]]
  ) { choice in
    guard choice.model.family == .unknown else { return [] }
    let isNotFound = choice.settings[Ambiguities.dgridUnknownModel] == .notFound
    var error = DGridError.unknownModel(choice.model.id, status: isNotFound ? 404 : 503)
    if isNotFound { error.gateway = nil }
    let expected = "\(choice.model.nearestKnown) (--set dgrid.unknown-model=accept takes any)"
    return [Finding("model", expected: expected, found: "'\(choice.model.id.shortened())'", error)]
  }

  static let modelWarnings: [Warning<DGridModelChoice>] = [unlisted, retired]

  private static let unlisted = Warning<DGridModelChoice>(
    "dgrid.edit.model.unlisted",
    says: "The model is of a family the mock knows: the page names no models, the gateway answers 503 where it has no channel for one.",
    .assumed, source: familiesSource, when: Ambiguities.dgridUnknownModel.is(.accept)
  ) { choice in
    guard choice.model.family == .unknown else { return [] }
    return [Finding("model", expected: choice.model.nearestKnown, found: "'\(choice.model.id.shortened())'")]
  }

  private static let retired = Warning<DGridModelChoice>(
    "dgrid.edit.model.retired",
    says:
      "The model is one that OpenAI still has: dall-e-2 ended on 2026-05-12, gpt-image-1 on 2026-10-23, gpt-image-1-mini, gpt-image-1.5 and chatgpt-image-latest on 2026-12-01.",
    .observed, source: "OpenAI's deprecations page and openai 3.57.0; whether DGrid has taken them away is not known"
  ) { choice in
    guard let day = choice.model.retirement else { return [] }
    return [Finding("model", expected: "a model such as gpt-image-2", found: "'\(choice.model.id.shortened())', retired on \(day)")]
  }

  static let modelMissing = Warning<DGridForm>(
    "dgrid.edit.model.missing", says: "`model` is sent: the page makes it optional, the gateway refuses a request without it.", .observed,
    source: DGridSource.gateway, when: Ambiguities.dgridMissingModel.is(.accept)
  ) { form in
    guard form.model.family == .unnamed else { return [] }
    return [Finding("model", expected: "a model", found: "no such part")]
  }
}
