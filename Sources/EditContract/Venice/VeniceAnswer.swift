package import HTTPMessage
internal import Pixels

/// The 200 of an edit: raw image bytes under an image type, never JSON.
package struct VeniceAnswer: Sendable {
  let candidate: VeniceCandidate
  /// Whether a wallet signed in instead of a key.
  let paidByWallet: Bool

  package init(_ candidate: VeniceCandidate, head: RequestHead) {
    self.candidate = candidate
    paidByWallet = VeniceHead(head, settings: Settings(), keys: KeyRing()).walletSignIn != nil
  }

  /// Source of the headers: the responses of Venice's OpenAPI document; `x-venice-is-blurred` from api-reference/api-spec.
  package func response(_ image: [UInt8]) -> Response {
    var headers = HeaderList([HeaderField("content-type", candidate.outputFormat.contentType)])
    headers.append("x-venice-model-id", candidate.model.id)
    headers.append("x-venice-model-name", candidate.model.name)
    headers.append("x-venice-is-content-violation", "false")
    headers.append("x-venice-is-blurred", "false")
    headers.append("x-venice-version", "20260619.153236")
    if paidByWallet { headers.append("X-Balance-Remaining", "10.000000") }
    return Response(status: 200, headers: headers, body: image)
  }
}
