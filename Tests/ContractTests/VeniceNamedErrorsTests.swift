import Formats
import HTTPMessage
import Testing

@testable import Contract

@Suite("Named errors at Venice", .timeLimit(.minutes(15)))
struct VeniceNamedErrorsTests {
  @Test("Each error has its status, whole body and headers", arguments: responses)
  func response(expected: ResponseCase) throws {
    try expected.expect(of: .venice, .example())
  }

  @Test("The table of expected responses has every error but the two with a payment offer")
  func complete() {
    #expect(Self.responses.map(\.name) == NamedErrors.all.map(\.name).filter { !["payment-discovery", "payment-required"].contains($0) })
  }

  private static let responses = [
    ResponseCase("invalid-key", 401, #"{"error":"Authentication failed"}"#),
    ResponseCase(
      "inactive-key", 401,
      #"{"error":"Authentication failed - Pro subscription is inactive. Please upgrade your subscription to continue using the API"}"#),
    ResponseCase("unauthorized", 403, #"{"error":"Unauthorized access"}"#),
    ResponseCase("access-disabled", 403, #"{"error":"API access has been disabled for this account. Please contact support@venice.ai"}"#),
    ResponseCase("invalid-sign-in", 401, #"{"error":"Invalid Sign-in-with-x signature","code":"X402_SIGN_IN_INVALID_SIGNATURE"}"#),
    ResponseCase(
      "payment-header-not-accepted", 400,
      #"{"error":"Payment headers are only accepted on POST /x402/top-up.","code":"PAYMENT_HEADER_NOT_ACCEPTED"}"#),
    ResponseCase(
      "insufficient-balance", 402,
      #"{"error":"Insufficient USD or Diem balance to complete request. Visit https://venice.ai/settings/api to add credits."}"#,
      ["x-venice-balance-usd: 0", "x-venice-balance-diem: 0"]),
    ResponseCase(
      "spend-limit", 402,
      #"{"error":"API key USD spend limit exceeded. Your account may still have USD balance, but this API key has reached its configured USD spending limit."}"#
    ),
    ResponseCase(
      "spend-limit-diem", 402,
      #"{"error":"API key DIEM spend limit exceeded. Your account may still have DIEM balance, but this API key has reached its configured DIEM spending limit."}"#
    ),
    ResponseCase(
      "quota-exhausted", 402,
      #"{"error":"Insufficient USD or Diem balance to complete request. Visit https://venice.ai/settings/api to add credits."}"#,
      ["x-venice-balance-usd: 0", "x-venice-balance-diem: 0"]),
    ResponseCase(
      "billing-hard-limit", 402,
      #"{"error":"API key USD spend limit exceeded. Your account may still have USD balance, but this API key has reached its configured USD spending limit."}"#
    ),
    ResponseCase("invalid-model", 400, #"{"error":"Invalid model id"}"#),
    ResponseCase("model-not-found", 404, #"{"error":"Specified model not found"}"#),
    ResponseCase("model-retired", 410, #"{"error":"Model gpt-image-2 has been retired"}"#),
    ResponseCase("pro-only-model", 401, #"{"error":"This model is only available to Pro users"}"#),
    ResponseCase(
      "model-privacy", 403,
      #"{"error":"This API key is set to 'PRIVATE_ONLY', but `gpt-image-2` is an Anonymous model. Choose a Private, TEE, or E2EE model, or change the model privacy setting of this API key."}"#
    ),
    ResponseCase("model-offline", 503, #"{"error":"The model is temporarily offline. Please try again later."}"#),
    ResponseCase("no-channel", 503, #"{"error":"The model is temporarily offline. Please try again later."}"#),
    ResponseCase(
      "rate-limited", 429, #"{"error":"Rate limit exceeded"}"#,
      [
        "x-ratelimit-limit-requests: 20", "x-ratelimit-remaining-requests: 0", "x-ratelimit-limit-tokens: 10000000",
        "x-ratelimit-remaining-tokens: 10000000", "x-ratelimit-type: user", "x-ratelimit-reset-requests: 1781000060",
        "x-ratelimit-reset-tokens: 60",
      ]),
    ResponseCase(
      "error-budget", 429,
      #"{"error":"Too many failed attempts (> 20) resulting in a non-success status code. Please wait 30s and try again."}"#,
      [
        "x-ratelimit-remaining: 0", "x-ratelimit-resets: 1781000030000", "x-ratelimit-reset-requests: 1781000030",
        "x-ratelimit-reset-tokens: 30",
      ]),
    ResponseCase("model-overloaded", 429, #"{"error":"The model is currently overloaded. Please try again later."}"#, ["retry-after: 30"]),
    ResponseCase("at-capacity", 503, #"{"error":"The model is at capacity. Please try again later."}"#),
    ResponseCase("concurrency-limit", 429, #"{"error":"Too many concurrent requests","code":"X402_CONCURRENCY_LIMIT"}"#),
    ResponseCase(
      "invalid-request", 400,
      #"{"error":"Invalid request parameters","details":{"_errors":[],"prompt":{"_errors":["Required"]}},"issues":[{"code":"invalid_type","expected":"string","received":"undefined","path":["prompt"],"message":"Required"}]}"#
    ),
    ResponseCase("invalid-json", 400, #"{"error":"Invalid JSON request"}"#),
    ResponseCase("unsupported-content-type", 415, #"{"error":"Invalid request content-type"}"#),
    ResponseCase("payload-too-large", 413, #"{"code":"PAYLOAD_TOO_LARGE","error":"File exceeds the maximum allowed size of 25 MB."}"#),
    ResponseCase("corrupted-image", 400, #"{"error":"The image file is corrupted or unreadable"}"#),
    ResponseCase("image-too-small", 400, #"{"error":"Image dimensions are too small"}"#),
    ResponseCase("image-too-large", 422, #"{"error":"Image dimensions exceed the maximum allowed."}"#),
    ResponseCase("media-not-found", 404, #"{"error":"Media could not be found. Request may may be invalid, expired, or deleted."}"#),
    ResponseCase("content-policy", 422, #"{"error":"Your prompt violates the content policy of Venice.ai or the model provider"}"#),
    ResponseCase(
      "content-policy-suggestion", 422,
      #"{"error":"Your prompt violates the content policy of Venice.ai or the model provider","suggested_prompt":"A calm harbour at dusk, seen from the pier."}"#
    ),
    ResponseCase("inference-failed", 500, #"{"error":"Inference processing failed"}"#),
    ResponseCase("edit-failed", 500, #"{"error":"Image edit failed"}"#),
    ResponseCase("unknown-error", 500, #"{"error":"An unknown error occurred"}"#),
    ResponseCase(
      "timeout", 504,
      #"{"error":"The request took too long to complete and was timed-out. For long-running inference requests, use the streaming API by setting `stream=true` in your request."}"#
    ),
    ResponseCase("bad-response", 502, #"{"error":"The upstream provider did not give a valid response"}"#),
    ResponseCase("success-false", 500, #"{"error":"An unknown error occurred"}"#),
    ResponseCase("not-found", 404, #"{"error":"Not found"}"#),
  ]

  @Test("The 402 for a wallet without money has every documented key, and the offer in a header")
  func paymentRequired() throws {
    let response = try #require(NamedErrors.named("payment-required")).response(of: .venice, .example(path: "/api/v1/models"))
    #expect(response.status == 402)
    #expect(String(decoding: response.body, as: UTF8.self) == Self.paymentRequired)
    let header = try #require(response.headers["payment-required"])
    let offer = String(decoding: try Base64.decode(Array(header.utf8)), as: UTF8.self)
    #expect(offer.hasPrefix(#"{"x402Version":2,"error":"Payment required","resource":{"url":"https://api.venice.ai/api/v1/models""#))
    #expect(offer.contains(#""accepts":[{"scheme":"exact","network":"eip155:8453""#))
    #expect(!offer.contains("authOptions"))
  }

  private static let paymentRequired =
    #"{"error":"Payment required","code":"PAYMENT_REQUIRED","reason":"insufficient_balance","message":"Insufficient x402 balance","currentBalanceUsd":0.01,"minimumBalanceUsd":0.1,"description":"Venice API","suggestedTopUpUsd":10,"minimumTopUpUsd":5,"supportedTokens":["USDC"],"supportedChains":["base","solana"],"topUpInstructions":{"step1":"POST /api/v1/x402/top-up with no payment header to get payment requirements","step2":"Choose a payment option from accepts and sign a USDC transfer authorization using the x402 SDK (createPaymentHeader)","step3":"POST /api/v1/x402/top-up with the signed PAYMENT-SIGNATURE header","receiverWallet":"0x0000000000000000000000000000000000000002","tokenAddress":"0x0000000000000000000000000000000000000001","tokenDecimals":6,"network":"eip155:8453","minimumAmountUsd":5},"siwxChallenge":{"info":{"domain":"api.venice.ai","uri":"https://api.venice.ai/api/v1/models","version":"1","nonce":"req_1","issuedAt":"2026-06-09T10:13:20.000Z","expirationTime":"2026-06-09T10:18:20.000Z","statement":"Sign in to Venice AI"},"supportedChains":[{"chainId":"eip155:8453","type":"eip191"},{"chainId":"solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp","type":"ed25519"}]}}"#

  @Test("The error without credentials has the offer and both ways to authenticate under all settings")
  func discovery() throws {
    let settings = Settings.with("venice.missing-credentials=unauthorized")
    let response = try #require(NamedErrors.named("payment-discovery")).response(of: .venice, .example(settings))
    #expect(response == X402Offer.discovery(.example()))
    #expect(response.status == 402)
    let document = try JSONDocument(parsing: response.body)
    guard case .object(let root) = document.root else {
      Issue.record("no object")
      return
    }
    #expect(root.keys == ["x402Version", "error", "resource", "accepts", "extensions", "authOptions"])
  }

  @Test(
    "A named error has the text and status that the settings choose",
    arguments: [
      ("corrupted-image", "venice.corrupt-image-text=seen", 400, #"{"error":"Invalid or corrupt image"}"#),
      ("unsupported-content-type", "venice.wrong-content-type=400", 400, #"{"error":"'Content-Type' must be 'application/json'"}"#),
    ])
  func settings(name: String, assignment: String, status: Int, body: String) throws {
    try ResponseCase(name, status, body).expect(of: .venice, .example(.with(assignment)))
  }

  @Test("The live profile's error budget is 50, in October's words")
  func liveErrorBudget() throws {
    try ResponseCase(
      "error-budget", 429,
      #"{"error":"Too many failed attempts (> 50) resulting in a non-success status code. Please wait 30 seconds and try again. See https://docs.venice.ai/api-reference/rate-limiting for more information."}"#,
      [
        "x-ratelimit-remaining: 0", "x-ratelimit-resets: 1781000030000", "x-ratelimit-reset-requests: 1781000030000",
        "x-ratelimit-reset-tokens: 1781000030000",
      ]
    ).expect(of: .venice, .example(Settings(profile: .live)))
  }

  @Test("Another wait than the error's own stands wherever the error says one")
  func wait() throws {
    let overloaded = try #require(NamedErrors.named("model-overloaded"))
    #expect(overloaded.response(of: .venice, .example(), wait: .milliseconds(1_500)).headers["retry-after"] == "2")
    let limited = try #require(NamedErrors.named("rate-limited"))
    let headers = limited.response(of: .venice, .example(Settings(profile: .live)), wait: .milliseconds(1_500)).headers
    #expect(headers["x-ratelimit-reset-requests"] == "1781000001500" && headers["x-ratelimit-resets"] == "1781000001500")
    let minute = limited.response(of: .dgrid, .example(), wait: .milliseconds(1_500))
    #expect(minute.headers["retry-after"] == "2" && minute.headers["retry-after-ms"] == "1500")
    #expect(String(decoding: minute.body, as: UTF8.self).contains("Please try again in 1.5s."))
  }
}
