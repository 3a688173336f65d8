internal import Formats
package import HTTPMessage
internal import Images

/// The 200 of an edit: the bytes of an image, never JSON.
package struct VeniceResponse: Sendable {
  let edit: ValidatedVeniceEdit
  /// Whether a wallet signed in instead of a key.
  let paidByWallet: Bool

  /// Makes the response to the edit that came with this head.
  package init(_ edit: ValidatedVeniceEdit, head: RequestHead) {
    self.edit = edit
    paidByWallet = head.walletSignIn != nil
  }

  /// Returns the response with the encoded image, and those of ``headers`` that the edit calls for.
  package func response(_ image: [UInt8]) -> Response {
    var headers = HeaderList([HeaderField("content-type", edit.outputFormat.contentType)])
    headers.append("x-venice-model-id", edit.model.id)
    headers.append("x-venice-model-name", edit.model.name)
    headers.append("x-venice-is-content-violation", "false")
    headers.append("x-venice-is-blurred", "false")
    headers.append("x-venice-version", VeniceContracts.version(on: edit.contract))
    // The mock does not rewrite prompts: the prompt used is the prompt sent.
    if edit.enhancesPrompt { headers.append("x-venice-enhanced-prompt", PercentEncoding.encode(edit.prompt)) }
    if paidByWallet { headers.append("X-Balance-Remaining", "10.000000") }
    return Response(status: 200, headers: headers, body: image)
  }

  /// All headers that the 200 of an edit can have.
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
      schema), ResponseHeader("x-venice-model-deprecation-date", "When the model will be switched off.", schema, .moment),
    ResponseHeader("x-venice-deprecated", "There where the model is deprecated.", schema, .words(["true"])),
    ResponseHeader("x-venice-deprecated-replacement", "The model to use instead.", schema),
  ]

  private static let schema = VeniceSource.responses + ", 200"
  private static let apiPage = "docs.venice.ai, api-reference/api-spec, response headers"
}
