import ImageEditMockTesting
import Testing

@Suite("Verification in process", .timeLimit(.minutes(15)))
struct VerificationTests {
  /// A session that has asked for a red door, a blue door at 16:9, and the models.
  private func withDoors(_ body: (ImageEditMock.Session) async throws -> Void) async throws {
    try await withImageEditMock { mock in
      // No test here looks at the picture, which would take time.
      try mock.use(scenario: mock.addScenario("{ name: quick, description: No picture., steps: [{ respond: { body: done } }] }"))
      let client = mock.client()
      try client.edit("A red door")
      try client.edit("A blue door", #""aspect_ratio": "16:9""#)
      try client.get("/v1/models")
      try mock.client("other").edit("A green door")
      try await body(client.session)
    }
  }

  @Test(
    "Expectations that are met pass",
    arguments: [
      .request(), .request(endpoint: .edit, times: 2), .request(api: .dgrid, endpoint: .models, times: 1),
      .request(prompt: "*door", times: 2), .request(prompt: "/^a BLUE/i", fields: ["aspect_ratio": "16:9"], times: 1),
      .request(prompt: "*", fields: ["aspect_ratio": nil], times: 1), .request(model: "firered-*", atLeast: 2),
      .request(headers: ["content-type": "application/json", "x-trace": nil], atLeast: 1, atMost: 2), .request(isValid: false, atMost: 0),
      .request(prompt: "*green*", times: 0), .request(prompt: "*green*", atMost: 3),
      .matching(yaml: "{ endpoint: [models, generated] }", times: 1),
      .matching(yaml: "prompt: [A red door, A blue door]\nimage: { width: '> 100', format: png }", times: 2),
    ] as [RequestExpectation])
  func met(expectation: RequestExpectation) async throws {
    try await withDoors { session in try await session.verify(expectation) }
  }

  @Test("The whole mock has the requests of all sessions")
  func wholeMock() async throws {
    try await withDoors { session in try await session.mock.verify(.request(endpoint: .edit, times: 3)) }
  }

  @Test("An unmet expectation is reported with the counts and the nearest request")
  func unmet() async throws {
    try await withDoors { session in
      let found = await complaint {
        try await session.verify(
          .request(endpoint: .edit, times: 2),
          .request(api: .venice, endpoint: .edit, prompt: "*sunrise*", fields: ["aspect_ratio": "16:9", "seed": nil], times: 1),
          .matching(yaml: "endpoint: models", atMost: 0))
      }
      #expect(
        numbered(found ?? "", await session.requests()) == """
          session 'test': 2 of 3 expectations are not met; 3 requests looked at
          2. {"api":"venice","endpoint":"edit","prompt":"*sunrise*","field":{"aspect_ratio":"16:9","seed":null}}
             exactly 1 expected, 0 found; the nearest, #2, differs in prompt: expected *sunrise*, found A blue door
               = api: venice
               = endpoint: edit
               ≠ prompt: expected *sunrise*; found A blue door
               = field aspect_ratio: 16:9
               = field seed: none
          3. {"endpoint":"models"}
             exactly 0 expected, 1 found; #3 is one too many
               = endpoint: models
          """)
    }
  }

  @Test("Without requests there is no nearest one")
  func silence() async throws {
    try await withImageEditMock { mock in
      let found = await complaint { try await mock.verify(.request(endpoint: .edit)) }
      #expect(
        found == """
          the mock: the expectation is not met; 0 requests looked at
          1. {"endpoint":"edit"}
             at least 1 expected, 0 found; no request came
          """)
    }
  }

  @Test("A failure has its parts as values, without secrets")
  func values() async throws {
    try await withDoors { session in
      let failure = await #expect(throws: VerificationFailure.self) {
        try await session.verify(.request(endpoint: .edit, headers: ["authorization": "Bearer other"]))
      }
      let (unmet, requests) = (try #require(failure?.unmet.first), await session.requests())
      #expect((unmet.number, unmet.expected, unmet.matched, unmet.nearest) == (1, "at least 1", [], requests[1].id))
      #expect(unmet.comparisons.map(\.part) == ["endpoint", "header authorization"])
      #expect(unmet.comparisons.map(\.found) == ["edit", "Bearer ***"])
      #expect(unmet.comparisons.map(\.isSame) == [true, false])
    }
  }

  @Test("inOrder fails for the wrong order")
  func order() async throws {
    let (red, blue) = (RequestExpectation.request(prompt: "*red*"), RequestExpectation.request(prompt: "*blue*"))
    try await withDoors { session in
      try await session.verify(red, blue, inOrder: true)
      try await session.verify(blue, red)
      await #expect(throws: VerificationFailure.self) { try await session.verify(blue, red, inOrder: true) }
    }
  }

  @Test(
    "An expectation that cannot be read is refused with its position",
    arguments: [
      (
        .matching(yaml: "endpoint: edit\nmodle: nano-*"),
        """
        expectation 1:2:1: `modle` is no key of the expectation; did you mean `model`? Its keys: api, endpoint, method, path, model, prompt, header, field, key, session, content-type, image, valid, nth
            2 | modle: nano-*
              | ^
        """
      ),
      (
        .matching(yaml: "endpoint: [edit]]"),
        """
        expectation 1:1:17: this is not YAML: while parsing a block mapping: did not find expected key; check indentation and quotes
            1 | endpoint: [edit]]
              |                 ^
        """
      ),
      (.request(times: -1), "expectation 1: `times` is -1; write a whole number from 0 to 1000000000"),
      (
        .request(times: 1, atMost: 2),
        "expectation 1: `times` says it all; take `atLeast` and `atMost` away, or write these instead"
      ),
      (.request(atLeast: 3, atMost: 2), "expectation 1: `atMost` is 2 and `atLeast` is 3, which no count fits"),
    ] as [(RequestExpectation, String)])
  func unreadable(expectation: RequestExpectation, message: String) async throws {
    try await withImageEditMock { mock in
      let found = await complaint { try await mock.verify(expectation) }
      #expect(found == message)
    }
  }

  @Test("An empty list of expectations is refused")
  func nothing() async throws {
    try await withImageEditMock { mock in
      #expect(
        await complaint { try await mock.verify() }
          == "there is nothing to verify; write an expectation, such as .request(endpoint: .edit, times: 1)")
    }
  }
}
