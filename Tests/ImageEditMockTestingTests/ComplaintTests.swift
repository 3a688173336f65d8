import ImageEditMockTesting
import Testing

@Suite("Complaints about a client", .timeLimit(.minutes(15)))
struct ComplaintTests {
  @Test("There are none about a client without mistakes")
  func good() async throws {
    try await withImageEditMock { mock in
      try mock.client().edit("Make it snow")
      #expect(await mock.complaints().isEmpty)
      try await mock.verifyNoComplaints()
    }
  }

  @Test("Broken and bent rules are reported with conduct, in one message")
  func bad() async throws {
    try await withImageEditMock { mock in
      let client = mock.client()
      for _ in 1...2 { try client.edit("Make it snow", #""aspect_ratio": "4:3""#) }
      try mock.client("other").edit("Make it snow", #""aspect_ratio": "4:3""#)
      let requests = await client.session.requests()
      let violation = try #require(requests[0].violations.first)
      let found = await complaint { try await client.session.verifyNoComplaints() }
      let conduct = try #require(await client.session.conduct().first)
      #expect((conduct.kind, conduct.session, conduct.count) == (.hopelessRetry, "test", 1))
      #expect(conduct.evidence.map(\.id) == [requests[1].id])
      #expect(
        numbered(found ?? "", requests) == """
          session 'test':
            venice.edit.aspect_ratio.enum: aspect_ratio: expected \(violation.expected); found '4:3' (#1)
            venice.edit.aspect_ratio.enum: aspect_ratio: expected \(violation.expected); found '4:3' (#2)
            hopeless-retry: \(numbered(conduct.says, requests)) (#2)
          """)
      try await client.session.verifyNoComplaints(expecting: ["venice.edit.aspect_ratio.enum", "hopeless-retry"])
    }
  }

  @Test("An expected complaint has to happen, and to exist")
  func missing() async throws {
    try await withImageEditMock { mock in
      #expect(
        await complaint { try await mock.verifyNoComplaints(expecting: ["gave-up", "early-retry"]) } == """
          the mock:
            early-retry: expected, and did not happen
            gave-up: expected, and did not happen
          """)
      #expect(
        await complaint { try await mock.verifyNoComplaints(expecting: ["gave-in"]) }
          == "there is no rule and no finding 'gave-in'; did you mean gave-up? `image-edit-mock rules` lists the rules")
    }
  }

  @Test("A request that a scenario answered is no mistake")
  func scripted() async throws {
    try await withImageEditMock { mock in
      let scenario = try mock.addScenario(
        "{ name: lenient, description: Takes all., steps: [{ validate: off, respond: { status: 200, body: ok } }] }")
      try mock.use(scenario: scenario)
      try mock.client().edit("Make it snow", #""aspect_ratio": "4:3""#)
      try await mock.verifyNoComplaints()
      #expect(await mock.requests().first?.isScripted == true)
    }
  }
}
