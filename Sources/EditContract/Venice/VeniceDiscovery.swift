package import HTTPMessage
internal import WireFormat

/// The 402 that a request without credentials gets: an x402 payment offer.
///
/// Source: Venice's OpenAPI document (`X402InferencePaymentRequired`, since 2026-05-26) and its x402 guide; seen live. The wallets here are made up on purpose.
package struct VeniceDiscovery: Sendable {
  /// The path under `https://api.venice.ai` that was asked for.
  let path: String

  package init(path: String) { self.path = path }

  /// Status 402, the offer as body, and the offer without `authOptions` in `PAYMENT-REQUIRED`, base64.
  package var response: Response {
    var response = Response.json(402, .object(offer + [("authOptions", authOptions)]))
    let header = Base64.encode(JSONOutput.object(offer).serialized())
    response.headers.append("PAYMENT-REQUIRED", String(decoding: header, as: UTF8.self))
    return response
  }

  private var url: String { "https://api.venice.ai\(path)" }

  private var offer: [(String, JSONOutput)] {
    [
      ("x402Version", .int(2)), ("error", .string("Authentication required")),
      ("resource", .strings([("url", url), ("description", "Venice API"), ("mimeType", "application/json")])),
      ("accepts", .array([base, solana])), ("extensions", .object([("sign-in-with-x", signIn)])),
    ]
  }

  private var base: JSONOutput {
    payment(
      network: "eip155:8453", asset: "0x0000000000000000000000000000000000000001", payTo: "0x0000000000000000000000000000000000000002",
      extra: .strings([("name", "USD Coin"), ("version", "2")]))
  }

  private var solana: JSONOutput {
    payment(
      network: "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", asset: "MockMint11111111111111111111111111111111111",
      payTo: "MockWa11et111111111111111111111111111111111", extra: .strings([("feePayer", "MockFeePayer1111111111111111111111111111111")]))
  }

  private func payment(network: String, asset: String, payTo: String, extra: JSONOutput) -> JSONOutput {
    .object([
      ("scheme", .string("exact")), ("network", .string(network)), ("asset", .string(asset)), ("amount", .string("10000000")),
      ("payTo", .string(payTo)), ("maxTimeoutSeconds", .int(300)), ("extra", extra),
    ])
  }

  /// Nonce and times are constants: nothing signs here, and the same request gets the same answer.
  private var signIn: JSONOutput {
    let info = JSONOutput.strings([
      ("domain", "api.venice.ai"), ("uri", url), ("version", "1"), ("nonce", "mock0000000000000"),
      ("issuedAt", "2026-06-19T00:00:00.000Z"), ("expirationTime", "2026-06-19T00:05:00.000Z"), ("statement", "Sign in to Venice AI"),
    ])
    let chains: [JSONOutput] = [
      .strings([("chainId", "eip155:8453"), ("type", "eip191")]),
      .strings([("chainId", "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp"), ("type", "ed25519")]),
    ]
    return .object([("info", info), ("supportedChains", .array(chains))])
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

extension JSONOutput {
  fileprivate static func strings(_ members: [(String, String)]) -> JSONOutput {
    .object(members.map { ($0.0, .string($0.1)) })
  }
}
