import Contract
import Testing

extension Theme {
  static let money = Theme(
    title: "Money and keys",
    entries: [
      Entry("money-runs-out") { call in
        try call().succeeds(["x-venice-balance-usd": call.api == .venice ? "0.1" : nil])
        try call().succeeds(["x-venice-balance-usd": call.api == .venice ? "0.06" : nil])
        try call().fails(call.either(402, 403))
        try call().fails(call.either(402, 403))
        try call.another("2")().succeeds()
      },
      Entry("spend-limit") { call in
        for _ in 1...3 { try call().succeeds() }
        for _ in 1...2 { try call().fails(call.either(402, 429)) }
      },
      Entry("wallet-payment-required") { call in
        try call().fails(call.either(402, 403), says: call.either("PAYMENT_REQUIRED", "insufficient_user_quota"))
      },
      Entry("concurrency-limit") { call in
        try call().fails(429, says: call.either("X402_CONCURRENCY_LIMIT", "rate_limit_exceeded"))
        try call().succeeds()
      },
      Entry("key-revoked") { call in
        for _ in 1...3 { try call().succeeds() }
        for _ in 1...2 { try call().fails(401) }
      },
      Entry("subscription-ended") { call in
        try call().fails(401, says: call.either("Pro subscription is inactive", "Incorrect API key provided"))
        try call.models().fails(401)
      },
    ])

  static let limits = Theme(
    title: "Limits of the account",
    entries: [
      Entry("requests-per-minute", movesClock: true) { call in
        for left in (0...19).reversed() { try call().succeeds(["x-ratelimit-remaining-requests": call.either("\(left)", nil)]) }
        try call().fails(429, ["x-ratelimit-reset-requests": call.either("1750000060", nil), "retry-after": call.either(nil, "60")])
        call.advance(by: .seconds(60))
        try call().succeeds()
      },
      Entry("error-budget", at: [.venice], movesClock: true) { call in
        for _ in 1...21 { try call(prompt: "").fails(400) }
        try call().fails(429, ["x-ratelimit-resets": "1750000030000"], says: "Too many failed attempts (> 20)")
        call.advance(by: .seconds(30))
        try call().succeeds()
      },
    ])
}
