internal import Formats
internal import HTTPMessage

/// What a wallet is told that it may pay, as the x402 protocol has it.
///
/// Source: Venice's OpenAPI document (`X402InferencePaymentRequired`) and its x402 guide. The wallets and tokens here are made up on purpose.
struct X402Offer: Sendable {
  /// The path under `https://api.venice.ai` that was asked for.
  let path: String
  let error: String

  static let token = "0x0000000000000000000000000000000000000001"
  static let receiver = "0x0000000000000000000000000000000000000002"

  var members: [(String, JSONOutput)] {
    [
      ("x402Version", .int(2)), ("error", .string(error)),
      ("resource", .strings([("url", url), ("description", "Venice API"), ("mimeType", "application/json")])),
      ("accepts", .array([base, solana])), ("extensions", .object([("sign-in-with-x", signIn)])),
    ]
  }

  /// `PAYMENT-REQUIRED`: the offer in base64.
  var header: HeaderField {
    let text = Base64.encode(JSONOutput.object(members).serialized())
    return HeaderField("PAYMENT-REQUIRED", String(decoding: text, as: UTF8.self))
  }

  /// Nonce and times are constants: nothing signs here, and the same request gets the same answer.
  var signIn: JSONOutput {
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

  private var url: String { "https://api.venice.ai\(path)" }

  private var base: JSONOutput {
    payment(
      network: "eip155:8453", asset: Self.token, payTo: Self.receiver, extra: .strings([("name", "USD Coin"), ("version", "2")]))
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
}

extension JSONOutput {
  static func strings(_ members: [(String, String)]) -> JSONOutput {
    .object(members.map { ($0.0, .string($0.1)) })
  }
}
