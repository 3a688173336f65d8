internal import Formats
package import HTTPMessage

/// The 402 that a request without credentials gets: an x402 payment offer.
///
/// Source: Venice's OpenAPI document (`X402InferencePaymentRequired`, since 2026-05-26) and its x402 guide; seen live.
package struct VeniceDiscovery: Sendable {
  /// The path under `https://api.venice.ai` that was asked for.
  let path: String

  package init(path: String) { self.path = path }

  /// Status 402, the offer as body, and the offer without `authOptions` in `PAYMENT-REQUIRED`, base64.
  package var response: Response {
    let offer = X402Offer(path: path, error: "Authentication required")
    var response = Response.json(402, .object(offer.members + [("authOptions", authOptions)]))
    response.headers.append(offer.header.name, offer.header.value)
    return response
  }

  private var authOptions: JSONOutput {
    .object([
      (
        "apiKey",
        .strings([
          ("header", "Authorization: Bearer YOUR_API_KEY"), ("getKey", "https://venice.ai/settings/api"),
          ("docs", "https://docs.venice.ai/api-reference"),
        ])
      ),
      (
        "x402Wallet",
        .strings([
          ("header", "SIGN-IN-WITH-X"), ("legacyHeader", "X-Sign-In-With-X"), ("topUp", "POST /api/v1/x402/top-up"),
          ("docs", "https://docs.venice.ai/api-reference/endpoint/x402/top-up"),
        ])
      ),
    ])
  }
}
