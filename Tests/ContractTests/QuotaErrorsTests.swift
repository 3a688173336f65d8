import HTTPMessage
import Testing

@testable import Contract

@Suite("Responses for quotas", .timeLimit(.minutes(15)))
struct QuotaErrorsTests {
  private let now = 1_781_000_000_000

  private func fields(_ response: Response) -> [String] { response.headers.fields.map { "\($0.name): \($0.value)" } }
  private func text(_ response: Response) -> String { String(decoding: response.body, as: UTF8.self) }

  @Test(
    "Venice's rate limit has its figures, and when the minute begins anew: by the page in seconds, on the wire in milliseconds of 13 digits",
    arguments: [
      (Settings(), ["x-ratelimit-reset-requests: 1781000043", "x-ratelimit-reset-tokens: 43"]),
      (
        Settings(profile: .live),
        ["x-ratelimit-reset-requests: 1781000042500", "x-ratelimit-reset-tokens: 1781000042500", "x-ratelimit-resets: 1781000042500"]
      ),
    ])
  func veniceRateLimit(settings: Settings, resets: [String]) {
    let response = QuotaErrors.rateLimit(.venice, .example(settings), limit: 60, reset: now + 42_500)
    #expect(response.status == 429)
    #expect(text(response) == #"{"error":"Rate limit exceeded"}"#)
    #expect(
      fields(response) == [
        "content-type: application/json", "x-ratelimit-limit-requests: 60", "x-ratelimit-remaining-requests: 0",
        "x-ratelimit-limit-tokens: 10000000", "x-ratelimit-remaining-tokens: 10000000", "x-ratelimit-type: user",
      ] + resets)
  }

  @Test("A reset that is past is no wait")
  func past() {
    let headers = AccountHeaders(Settings()).resets(at: now - 1, now: now)
    #expect(headers.map(\.value) == ["1781000000", "0"])
  }

  @Test(
    "DGrid's wait is in OpenAI's two headers and in the text: seconds are rounded up, and a time in the past is no wait",
    arguments: [
      (12_000, "12", "12000", "12s"), (240, "1", "240", "240ms"), (7_500, "8", "7500", "7.5s"), (60_000, "60", "60000", "1m0s"),
      (72_040, "73", "72040", "1m12.04s"), (0, "0", "0", "0ms"), (-5, "0", "0", "0ms"),
    ])
  func dgridWait(wait: Int, seconds: String, milliseconds: String, words: String) {
    let response = QuotaErrors.rateLimit(.dgrid, .example(), limit: 5, reset: now + wait)
    #expect(response.status == 429)
    #expect(response.headers["retry-after"] == seconds)
    #expect(response.headers["retry-after-ms"] == milliseconds)
    #expect(text(response).contains("Limit 5, Used 5, Requested 1. Please try again in \(words).\""))
  }

  @Test("The gateway's rate limit has the limit and no time")
  func gatewayRateLimit() {
    let response = QuotaErrors.rateLimit(.dgrid, .example(.newAPI), limit: 9, reset: now + 12_000)
    #expect(fields(response) == ["content-type: application/json"])
    #expect(
      text(response)
        == #"{"error":{"code":"","message":"You have reached the request limit: maximum 9 requests in 1 minutes (request id: req_1)","type":"new_api_error"}}"#
    )
  }

  @Test("Venice's error budget has the number of failures, the wait, and its end in Unix milliseconds")
  func errorBudget() {
    let response = QuotaErrors.errorBudget(.venice, .example(), failures: 50, block: .milliseconds(1_500), reset: now + 1_500)
    #expect(
      text(response)
        == #"{"error":"Too many failed attempts (> 50) resulting in a non-success status code. Please wait 2s and try again."}"#)
    #expect(
      fields(response) == [
        "content-type: application/json", "x-ratelimit-remaining: 0", "x-ratelimit-resets: 1781000001500",
        "x-ratelimit-reset-requests: 1781000002", "x-ratelimit-reset-tokens: 2",
      ])
  }

  @Test("DGrid's error budget is the gateway's limit on all requests, in whole minutes")
  func totalLimit() {
    let response = QuotaErrors.errorBudget(.dgrid, .example(.newAPI), failures: 50, block: .seconds(61), reset: now + 61_000)
    #expect(response.status == 429)
    #expect(
      text(response).contains("You have reached the total request limit: maximum 50 requests in 2 minutes, including failed attempts"))
    #expect(QuotaErrors.errorBudget(.dgrid, .example(), failures: 1, block: .seconds(9), reset: now + 9_000).headers["retry-after"] == "9")
  }

  @Test("An empty balance is 402 at Venice and 403 at DGrid")
  func balance() {
    #expect(QuotaErrors.insufficientBalance(.venice, .example()).status == 402)
    #expect(QuotaErrors.insufficientBalance(.dgrid, .example()).status == 403)
  }

  @Test(
    "Venice's balance is in dollars with at most six decimals",
    arguments: [
      (4_230_000, "4.23"), (0, "0"), (1_000_000, "1"), (94_000, "0.094"), (1, "0.000001"), (-13_362, "-0.013362"),
      (-1_000_000, "-1"), (12_345_678, "12.345678"), (Int.min, "-9223372036854.775808"),
    ])
  func balanceHeaders(micros: Int, dollars: String) {
    let headers = AccountHeaders.balance(microDollars: micros)
    #expect(headers == [HeaderField("x-venice-balance-usd", dollars), HeaderField("x-venice-balance-diem", "0")])
  }
}
