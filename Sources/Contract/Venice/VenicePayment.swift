internal import Formats
internal import HTTPMessage

/// A payment offer to a wallet, as in the x402 protocol.
///
/// Source: Venice's OpenAPI document (`X402InferencePaymentRequired`) and its x402 guide. Wallets and tokens are made up on purpose.
struct X402Offer: Sendable {
  /// The path under `https://api.venice.ai` that was asked for.
  let path: String
  let error: String

  /// Returns the 402 for a request without credentials: the offer as body, and without `authOptions` in `PAYMENT-REQUIRED`, base64.
  ///
  /// Source: the same, since 2026-05-26; seen live.
  static func discovery(path: String) -> Response {
    let offer = X402Offer(path: path, error: "Authentication required")
    return offer.response(offer.members + [("authOptions", authOptions)])
  }

  private static var authOptions: JSONOutput {
    [
      "apiKey": [
        "header": "Authorization: Bearer YOUR_API_KEY", "getKey": "https://venice.ai/settings/api",
        "docs": "https://docs.venice.ai/api-reference",
      ],
      "x402Wallet": [
        "header": "SIGN-IN-WITH-X", "legacyHeader": "X-Sign-In-With-X", "topUp": "POST /api/v1/x402/top-up",
        "docs": "https://docs.venice.ai/api-reference/endpoint/x402/top-up",
      ],
    ]
  }

  /// Returns the 402 for a signed-in wallet with less than $0.10.
  ///
  /// Source: the second form of `X402InferencePaymentRequired`, all keys; figures and steps are its examples. That it has the header
  /// `PAYMENT-REQUIRED`, too, is from the client notes.
  static func paymentRequired(path: String) -> Response {
    let offer = X402Offer(path: path, error: "Payment required")
    return offer.response([
      ("error", "Payment required"), ("code", "PAYMENT_REQUIRED"), ("reason", "insufficient_balance"),
      ("message", "Insufficient x402 balance"), ("currentBalanceUsd", .number(lexeme: "0.01")),
      ("minimumBalanceUsd", .number(lexeme: "0.1")), ("description", "Venice API"), ("suggestedTopUpUsd", 10), ("minimumTopUpUsd", 5),
      ("supportedTokens", ["USDC"]), ("supportedChains", ["base", "solana"]), ("topUpInstructions", instructions),
      ("siwxChallenge", offer.signIn),
    ])
  }

  private static var instructions: JSONOutput {
    [
      "step1": "POST /api/v1/x402/top-up with no payment header to get payment requirements",
      "step2": "Choose a payment option from accepts and sign a USDC transfer authorization using the x402 SDK (createPaymentHeader)",
      "step3": "POST /api/v1/x402/top-up with the signed PAYMENT-SIGNATURE header", "receiverWallet": .string(receiver),
      "tokenAddress": .string(token), "tokenDecimals": 6, "network": "eip155:8453", "minimumAmountUsd": 5,
    ]
  }

  private static let token = "0x0000000000000000000000000000000000000001"
  private static let receiver = "0x0000000000000000000000000000000000000002"

  private var members: [(String, JSONOutput)] {
    [
      ("x402Version", 2), ("error", .string(error)),
      ("resource", ["url": .string(url), "description": "Venice API", "mimeType": "application/json"]),
      ("accepts", [base, solana]), ("extensions", ["sign-in-with-x": signIn]),
    ]
  }

  /// Returns a 402 with that body, and the offer in base64 in `PAYMENT-REQUIRED`.
  private func response(_ body: [(String, JSONOutput)]) -> Response {
    var response = Response.json(402, .object(body))
    let text = Base64.encode(JSONOutput.object(members).serialized())
    response.headers.append("PAYMENT-REQUIRED", String(decoding: text, as: UTF8.self))
    return response
  }

  /// The challenge to sign; nonce and times are constants, so that the same request gets the same response.
  private var signIn: JSONOutput {
    [
      "info": [
        "domain": "api.venice.ai", "uri": .string(url), "version": "1", "nonce": "mock0000000000000",
        "issuedAt": "2026-06-19T00:00:00.000Z", "expirationTime": "2026-06-19T00:05:00.000Z", "statement": "Sign in to Venice AI",
      ],
      "supportedChains": [
        ["chainId": "eip155:8453", "type": "eip191"], ["chainId": "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", "type": "ed25519"],
      ],
    ]
  }

  private var url: String { "https://api.venice.ai\(path)" }

  private var base: JSONOutput {
    payment(network: "eip155:8453", asset: Self.token, payTo: Self.receiver, extra: ["name": "USD Coin", "version": "2"])
  }

  private var solana: JSONOutput {
    payment(
      network: "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", asset: "MockMint11111111111111111111111111111111111",
      payTo: "MockWa11et111111111111111111111111111111111", extra: ["feePayer": "MockFeePayer1111111111111111111111111111111"])
  }

  private func payment(network: String, asset: String, payTo: String, extra: JSONOutput) -> JSONOutput {
    [
      "scheme": "exact", "network": .string(network), "asset": .string(asset), "amount": "10000000", "payTo": .string(payTo),
      "maxTimeoutSeconds": 300, "extra": extra,
    ]
  }
}
