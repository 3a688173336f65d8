import ImageEditMockTesting
import TestClient
import Testing

@Suite("Control in process", .timeLimit(.minutes(15)))
struct ControlTests {
  @Test("A scenario of a session is not for other sessions")
  func session() async throws {
    try await withImageEditMock { mock in
      let (one, two) = (mock.client("one"), mock.client("two"))
      try one.session.use(scenario: "always-rate-limited")
      #expect(try one.edit("Make it snow").status == 429)
      #expect(try two.edit("Make it snow").status == 200)
      try mock.use(scenario: "always-rate-limited")
      try one.session.use(scenario: "none")
      #expect(try one.edit("Make it snow").status == 200)
      #expect(try two.edit("Make it snow").status == 429)
      try one.session.use(scenario: nil)
      #expect(try one.edit("Make it snow").status == 429)
      try mock.use(scenario: nil)
      #expect(try one.edit("Make it snow").status == 200)
    }
  }

  @Test("An unknown scenario is refused with the nearest names")
  func unknown() async throws {
    try await withImageEditMock { mock in
      let message = await complaint { try mock.session("one").use(scenario: "truncated-bdy") }
      let start = "session 'one': there is no scenario 'truncated-bdy'; near are truncated-body, "
      #expect(message?.hasPrefix(start) == true, "\(message ?? "")")
    }
  }

  @Test("A scenario of a test's own is read as strictly as a file")
  func addition() async throws {
    try await withImageEditMock { mock in
      #expect(try mock.addScenario("name: gone\ndescription: Gone.\nsteps:\n  - respond: { status: 410 }\n") == "gone")
      try mock.session("test").use(scenario: "gone")
      #expect(try mock.client().edit("Make it snow").status == 410)

      let error = #expect(throws: ImageEditMockError.self) {
        try mock.addScenario("name: gone\ndescription: Gone.\nsteps:\n  - delay: 5\n")
      }
      #expect(error?.problems.map { [$0.line, $0.column] } == [[4, 12]])
      #expect(
        error?.description == """
          scenario:4:12: `delay`: '5' is no length of time; write a number and its unit (ms, s, m or h), such as `250ms` or `1.5s`
              4 |   - delay: 5
                |            ^
          """)
    }
  }

  @Test("A reset of a session leaves others alone, one of the mock resets everything")
  func reset() async throws {
    try await withImageEditMock { mock in
      let (one, two) = (mock.client("one"), mock.client("two"))
      try mock.addScenario("{ name: gone, description: Gone., steps: [{ respond: { status: 410 } }] }")
      for client in [one, two] {
        try client.session.use(scenario: "gone")
        try client.edit("Make it snow")
      }
      one.session.reset()
      #expect(await mock.requests().map(\.session) == ["two"])
      #expect(try one.edit("Make it snow").status == 200)
      #expect(try two.edit("Make it snow").status == 410)
      mock.reset()
      #expect(await mock.requests().isEmpty)
      #expect(throws: ImageEditMockError.self) { try mock.use(scenario: "gone") }
    }
  }

  @Test(
    "The Date header tells the mock's clock, whichever way a response is sent",
    arguments: ["", ", steps: [{ pace: { chunks: 2, over: 1ms } }]"])
  func date(steps: String) async throws {
    try await withImageEditMock { mock in
      mock.freezeClock()
      if !steps.isEmpty { try mock.use(scenario: mock.addScenario("{ name: paced, description: In two pieces.\(steps) }")) }
      let client = mock.client()
      let first = try secondOfDay(client.edit("Make it snow"))
      mock.advanceClock(by: .seconds(3_600))
      #expect(try secondOfDay(client.edit("Make it snow")) == (first + 3_600) % 86_400)
      mock.advanceClock(by: .seconds(59))
      #expect(try secondOfDay(client.edit("Make it snow")) == (first + 3_659) % 86_400)
    }
  }

  private func secondOfDay(_ response: WireResponse) throws -> Int {
    let date = try #require(response.fields.first { $0.name == "Date" }?.value)
    let parts = try #require(date.split(separator: " ").first { $0.contains(":") }).split(separator: ":").compactMap { Int($0) }
    return try #require(parts.count == 3 ? parts[0] * 3_600 + parts[1] * 60 + parts[2] : nil, "\(date)")
  }

  @Test("Quotas run by a clock that can be stopped and moved on")
  func clock() async throws {
    try await withImageEditMock { mock in
      mock.freezeClock()
      try mock.use(
        scenario: mock.addScenario("{ name: two-a-minute, description: Two edits a minute., quotas: { requests-per-minute: 2 } }"))
      let client = mock.client()
      #expect(try (1...3).map { _ in try client.edit("Make it snow").status } == [200, 200, 429])
      mock.advanceClock(by: .seconds(59))
      #expect(try client.edit("Make it snow").status == 429)
      mock.advanceClock(by: .seconds(1))
      #expect(try client.edit("Make it snow").status == 200)
      mock.resumeClock()
      #expect(try client.get("/_mock/clock").text.contains(#""frozen":false"#))
    }
  }

  @Test("The clock does not go back")
  func backwards() async {
    await #expect(processExitsWith: .failure) {
      try await withImageEditMock { mock in mock.advanceClock(by: .seconds(-1)) }
    }
  }
}
