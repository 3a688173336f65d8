extension NamedErrors {
  static let models = [invalidModel, notFoundModel, retired, proOnly, privacy, offline, noChannel]

  private static let invalidModel = NamedError(
    "invalid-model", "The model is not one that edits.",
    venice: .venice(
      .invalidModel, .observed(VeniceSource.clientNotes, note: "The text on the wire; the error table has \"Invalid model specified\".")),
    dgrid: .dgrid(.observed(DGridSource.captured("Value must be 'dall-e-2'"))) { .notAnEditModel($0.model) })

  private static let notFoundModel = NamedError(
    "model-not-found", "There is no model of that name.",
    venice: .venice(.modelNotFound, note: "Clients see it on chat; an edit with an unknown model gets invalid-model."),
    dgrid: .dgrid(
      .assumed(DGridSource.openAIKnowledge, note: "OpenAI's 404 in both envelopes; no-channel has the gateway's 503."), error: unknown))

  private static let retired = NamedError(
    "model-retired", "The model was switched off, and nothing replaces it.",
    venice: .venice(.documented(VeniceSource.deprecations, note: "410 is documented, the text is assumed.")) { .modelRetired($0.model) },
    dgrid: .dgrid(.nearest("the 404 for an unknown model.", DGridSource.openAIKnowledge), error: unknown))

  /// Passed on from OpenAI; the gateway's own 503 is `no-channel`.
  @Sendable private static func unknown(_ circumstances: NamedError.Circumstances) -> DGridError {
    var error = DGridError.unknownModel(circumstances.model, status: 404)
    error.gateway = nil
    return error
  }

  private static let proOnly = NamedError(
    "pro-only-model", "The model needs another plan.",
    venice: .venice(.proOnlyModel),
    dgrid: .dgrid(.nearest("the gateway's 403 for a key that may not use the model.", DGridSource.gateway)) { .noAccess(to: $0.model) })

  private static let privacy = NamedError(
    "model-privacy", "The key's own settings forbid the model.",
    venice: .venice(.observed(VeniceSource.clientNotes, note: "How the key's setting is spelled is assumed.")) { .modelPrivacy($0.model) },
    dgrid: .dgrid(.observed(DGridSource.gateway)) { .noAccess(to: $0.model) })

  private static let offline = NamedError(
    "model-offline", "The model is switched off for now.",
    venice: .venice(.modelOffline),
    dgrid: .dgrid(.nearest("the gateway's 503 for a model without a channel.", DGridSource.gateway)) { .noChannel(for: $0.model) })

  private static let noChannel = NamedError(
    "no-channel", "No provider serves the model at the moment.",
    venice: .venice(nearest: .modelOffline, "the 503 for a model that is offline."),
    dgrid: .dgrid(.observed(DGridSource.gateway)) { .noChannel(for: $0.model) })
}
