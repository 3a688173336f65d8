import Testing

extension Theme {
  static let retries = Theme(
    title: "Retry rules of clients",
    entries: [
      Entry("rate-limited-then-ok") { call in
        try call().fails(429, ["retry-after": "1", "retry-after-ms": nil])
        try call().fails(429, ["retry-after": "1", "x-ratelimit-reset-requests": call.either("1750000001", nil)])
        try call().succeeds(["retry-after": nil, "x-ratelimit-limit-requests": call.either("10000", nil)])
      },
      Entry("retry-after-date") { call in
        // The manual clock stands at 1,750,000,000.
        try call().fails(429, ["retry-after": "Sun, 15 Jun 2025 15:06:42 GMT", "retry-after-ms": nil])
        try call().succeeds()
      },
      Entry("retry-after-ms") { call in
        try call().fails(429, ["retry-after": "1", "retry-after-ms": "250"])
        try call().succeeds()
      },
      Entry("retry-after-too-long") { call in
        try call().fails(429, ["retry-after": "121", "retry-after-ms": nil])
        try call().succeeds()
      },
      Entry("always-rate-limited") { call in
        for _ in 1...5 { try call().fails(429, ["retry-after": "1"]) }
      },
      Entry("should-retry-on-400") { call in
        try call().fails(400, ["x-should-retry": "true"])
        try call().succeeds()
      },
      Entry("should-not-retry-on-500") { call in
        try call().fails(500, ["x-should-retry": "false"])
        try call().succeeds()
      },
      Entry("conflict-then-ok") { call in
        try call().fails(409)
        try call().succeeds()
      },
      Entry("request-timeout-then-ok") { call in
        try call().fails(408)
        try call().succeeds()
      },
      Entry("server-error-once") { call in
        try call().fails(500)
        try call().succeeds()
      },
      Entry("third-time-lucky") { call in
        try call().fails(500)
        try call().fails(503)
        try call().succeeds()
        try call().succeeds()
      },
      Entry("overloaded-then-ok") { call in
        try call().fails(429, ["retry-after": "30", "x-ratelimit-reset-tokens": call.either("30", nil)])
        try call().succeeds()
      },
      Entry("one-in-ten-fails") { call in
        let failed = try (1...30).filter { _ in try call().status == 500 }
        #expect(failed == [11, 23, 24])
        try call.another("2")().succeeds()
      },
    ])
}
