internal import HTTPMessage

extension NamedErrors {
  static let content = [invalidRequest, invalidJSON, contentType, payload, corrupted, tooSmall, tooLarge, media, policy, policySuggestion]

  private static let invalidRequest = NamedError(
    "invalid-request", "A field is missing: `prompt`.",
    venice: .other("Invalid request parameters", .documented(VeniceSource.errorTable("INVALID_REQUEST"))) { _ in
      [ZodIssue.required("string", at: ["prompt"])].response
    },
    dgrid: .dgrid(.missing("prompt"), .observed(DGridSource.captured("missing_required_parameter"))))

  private static let invalidJSON = NamedError(
    "invalid-json", "The body is not well-formed JSON.",
    venice: .venice(.invalidJSON, .observed("client libraries' error texts; " + VeniceSource.clientNotes)),
    dgrid: .dgrid(.invalidJSON, .observed(DGridSource.gateway + "; openai: " + DGridSource.openAIKnowledge)))

  private static let contentType = NamedError(
    "unsupported-content-type", "The body is of a kind that the API does not take.",
    venice: .venice(.documented(VeniceSource.responses + ", 415", note: "400 by venice.wrong-content-type.")) {
      .wrongContentType(for: $0.settings)
    },
    dgrid: .dgrid(.assumed(DGridSource.openAIKnowledge, note: "415 by dgrid.wrong-content-type.")) {
      .unsupportedContentType("text/plain", status: $0.settings[Ambiguities.dgridWrongContentType] == .unsupported ? 415 : 400)
    })

  private static let payload = NamedError(
    "payload-too-large", "The file is too large.",
    venice: .venice(.fileTooLarge, .documented("Venice OpenAPI 20260619.153236, PayloadTooLargeError")),
    dgrid: .dgrid(.bodyTooLarge, .observed(DGridSource.gateway, note: "Status and code are the gateway's, the text is assumed.")))

  private static let corrupted = NamedError(
    "corrupted-image", "The image cannot be read.",
    venice: .venice(.documented(VeniceSource.errorTable("CORRUPTED_IMAGE"), note: "Another text by venice.corrupt-image-text.")) {
      .corrupted(for: $0.settings)
    },
    dgrid: .dgrid(.unreadableImage(1), .observed(DGridSource.captured("invalid_image_file"))))

  private static let tooSmall = NamedError(
    "image-too-small", "The image has too few pixels.",
    venice: .venice(.imageTooSmall),
    dgrid: .dgrid(.unreadableImage(1), .nearest("the 400 for an image that cannot be used.", DGridSource.captured("invalid_image_file"))))

  private static let tooLarge = NamedError(
    "image-too-large", "The image has too many pixels.",
    venice: .venice(.imageTooLarge),
    dgrid: .dgrid(
      .notPNGOrTooLarge, .nearest("the 400 for a file that is no PNG or has too many bytes.", DGridSource.captured("invalid_image_format")))
  )

  private static let media = NamedError(
    "media-not-found", "The media that the request is about is gone.",
    venice: .venice(.mediaGone, note: "An image URL that cannot be fetched has another text, the provider's."),
    dgrid: .dgrid(
      .unreachableImage("https://example.com/image.png"),
      .nearest("the mock's 400 for a URL that cannot be fetched.", DGridSource.undocumented)))

  private static let policy = NamedError(
    "content-policy", "Prompt or image break the content policy.",
    venice: .venice(.contentPolicy),
    dgrid: .dgrid(.moderationBlocked, .observed(DGridSource.captured("moderation_blocked"))))

  private static let policySuggestion = NamedError(
    "content-policy-suggestion", "The prompt breaks the content policy, and another is suggested.",
    venice: .venice(
      .documented(
        "Venice OpenAPI 20260619.153236, ContentViolationError", note: "The client notes have seen `suggested_prompt` with audio only.")
    ) { _ in
      var error = VeniceError.contentPolicy
      error.suggestedPrompt = "A calm harbour at dusk, seen from the pier."
      return error
    },
    dgrid: .dgrid(.moderationBlocked, .nearest("no suggestions; content-policy.", DGridSource.captured("moderation_blocked"))))
}
