internal import Formats
internal import HTTPMessage

/// The 402 that a signed-in wallet with less than $0.10 gets.
///
/// Source: Venice's OpenAPI document, the second form of `X402InferencePaymentRequired`, all keys; figures and steps are its examples.
/// That it carries `PAYMENT-REQUIRED`, too, is from the client notes.
struct VenicePaymentRequired: Sendable {
  /// The path under `https://api.venice.ai` that was asked for.
  let path: String

  var response: Response {
    let offer = X402Offer(path: path, error: "Payment required")
    var response = Response.json(402, .object(complaint + terms + [("siwxChallenge", offer.signIn)]))
    response.headers.append(offer.header.name, offer.header.value)
    return response
  }

  private var complaint: [(String, JSONOutput)] {
    [
      ("error", .string("Payment required")), ("code", .string("PAYMENT_REQUIRED")), ("reason", .string("insufficient_balance")),
      ("message", .string("Insufficient x402 balance")), ("currentBalanceUsd", .number(lexeme: "0.01")),
      ("minimumBalanceUsd", .number(lexeme: "0.1")), ("description", .string("Venice API")),
    ]
  }

  private var terms: [(String, JSONOutput)] {
    [
      ("suggestedTopUpUsd", .int(10)), ("minimumTopUpUsd", .int(5)), ("supportedTokens", .array([.string("USDC")])),
      ("supportedChains", .array([.string("base"), .string("solana")])), ("topUpInstructions", .object(instructions)),
    ]
  }

  private var instructions: [(String, JSONOutput)] {
    [
      ("step1", .string("POST /api/v1/x402/top-up with no payment header to get payment requirements")),
      (
        "step2",
        .string(
          "Choose a payment option from accepts and sign a USDC transfer authorization using the x402 SDK (createPaymentHeader)")
      ),
      ("step3", .string("POST /api/v1/x402/top-up with the signed PAYMENT-SIGNATURE header")),
      ("receiverWallet", .string(X402Offer.receiver)), ("tokenAddress", .string(X402Offer.token)), ("tokenDecimals", .int(6)),
      ("network", .string("eip155:8453")), ("minimumAmountUsd", .int(5)),
    ]
  }
}
