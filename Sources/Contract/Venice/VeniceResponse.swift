internal import Formats
package import HTTPMessage
internal import Images

/// The 200 of an edit: raw image bytes under an image type, never JSON.
package struct VeniceResponse: Sendable {
  let candidate: ValidatedVeniceEdit
  /// Whether a wallet signed in instead of a key.
  let paidByWallet: Bool

  package init(_ candidate: ValidatedVeniceEdit, head: RequestHead) {
    self.candidate = candidate
    paidByWallet = VeniceHead(head, settings: Settings(), keys: KeyRing()).walletSignIn != nil
  }

  /// The image with the headers of ``headers`` that it has.
  package func response(_ image: [UInt8]) -> Response {
    var headers = HeaderList([HeaderField("content-type", candidate.outputFormat.contentType)])
    headers.append("x-venice-model-id", candidate.model.id)
    headers.append("x-venice-model-name", candidate.model.name)
    headers.append("x-venice-is-content-violation", "false")
    headers.append("x-venice-is-blurred", "false")
    headers.append("x-venice-version", VeniceContracts.version(on: candidate.contract))
    // The mock rewrites nothing: the prompt that was used is the one that was sent.
    if candidate.enhancesPrompt { headers.append("x-venice-enhanced-prompt", PercentEncoding.encode(candidate.prompt)) }
    if paidByWallet { headers.append("X-Balance-Remaining", "10.000000") }
    return Response(status: 200, headers: headers, body: image)
  }

  /// Every header that an edit's 200 can have.
  package static let headers: [ResponseHeader] = [
    ResponseHeader("x-venice-model-id", "The id of the model that edited.", schema),
    ResponseHeader("x-venice-model-name", "The model's name for people.", schema),
    ResponseHeader(
      "x-venice-is-content-violation", "Whether the answer is against the terms; always false on a 200.", schema, .words(["true", "false"])),
    ResponseHeader("x-venice-is-blurred", "Whether safe_mode has blurred the answer.", apiPage, .words(["true", "false"])),
    ResponseHeader("x-venice-version", "The version of the API.", apiPage),
    ResponseHeader(
      "x-venice-enhanced-prompt", "The prompt as it was rewritten, percent-encoded; where `enhance_prompt` was true.",
      VeniceSource.augustSchema + ", enhance_prompt", since: "2026-07-15"),
    ResponseHeader("X-Balance-Remaining", "What a wallet has left, in USD.", schema),
    ResponseHeader(
      "x-venice-model-deprecation-warning", "That the model will be switched off; scenarios send it, no model of these contracts does.",
      schema),
    ResponseHeader("x-venice-model-deprecation-date", "When the model will be switched off.", schema, .moment),
    ResponseHeader("x-venice-deprecated", "There where the model is deprecated.", schema, .words(["true"])),
    ResponseHeader("x-venice-deprecated-replacement", "The model to use instead.", schema),
  ]

  private static let schema = VeniceSource.responses + ", 200"
  private static let apiPage = "docs.venice.ai, api-reference/api-spec, response headers"
}
