internal import Formats
internal import HTTPMessage

/// A payment offer to a wallet, as in the x402 protocol.
///
/// Source: Venice's OpenAPI document (`X402InferencePaymentRequired`) and its x402 guide. Wallets and tokens are made up on purpose.
struct X402Offer: Sendable {
  /// The request that is answered: its URL, its id, and when it came.
  let request: NamedError.Circumstances
  let error: String

  /// Returns the 402 for a request without credentials: the offer as body, and without `authOptions` in `PAYMENT-REQUIRED`, base64.
  ///
  /// Source: the same, since 2026-05-26; seen live.
  static func discovery(_ request: NamedError.Circumstances) -> Response {
    let offer = X402Offer(request: request, error: "Authentication required")
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
  static func paymentRequired(_ request: NamedError.Circumstances) -> Response {
    let offer = X402Offer(request: request, error: "Payment required")
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

  /// The challenge to sign, for the host that was asked. The nonce is the end of the request's id: another one each time, and the same in
  /// every run with the same seed and clock.
  private var signIn: JSONOutput {
    [
      "info": [
        "domain": .string(request.authority), "uri": .string(url), "version": "1", "nonce": .string(String(request.requestID.suffix(16))),
        "issuedAt": .string(ISOTime.text(unixMilliseconds: request.now)),
        "expirationTime": .string(ISOTime.text(unixMilliseconds: request.now + WalletSignIn.lifetime)),
        "statement": "Sign in to Venice AI",
      ],
      "supportedChains": .array(WalletSignIn.chains.map { ["chainId": .string($0.id), "type": .string($0.type)] }),
    ]
  }

  private var url: String { "\(request.origin)\(request.path)" }

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
