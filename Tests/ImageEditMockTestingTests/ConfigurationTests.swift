import ImageEditMockTesting
import TestClient
import TestSupport
import Testing

@Suite("The configuration of a mock in process", .timeLimit(.minutes(15)))
struct ConfigurationTests {
  typealias Configuration = ImageEditMock.Configuration

  @Test(
    "A wrong one is refused with what to write instead",
    arguments: [
      (
        Configuration(overrides: ["venice.quality-feild": "reject"]),
        "overrides: there is no decision 'venice.quality-feild'; did you mean venice.quality-field? `image-edit-mock rules --decisions` lists them"
      ),
      (
        Configuration(overrides: ["venice.quality-field": "ignore"]),
        "overrides: 'ignore' is no value of venice.quality-field; write venice.quality-field=accept or venice.quality-field=reject"
      ),
      (Configuration(keys: ["Bearer test"]), "keys: one has a blank in it or is empty; write the key alone, without 'Bearer'"),
      (Configuration(keys: [""]), "keys: one has a blank in it or is empty; write the key alone, without 'Bearer'"),
      (
        Configuration(scenario: "rate-limited"),
        "scenario: there is no scenario 'rate-limited'; near are rate-limited-then-ok, spend-limit, always-rate-limited (`image-edit-mock scenario list`)"
      ),
      (
        Configuration(scenarioFolder: "/nowhere"),
        "scenarioFolder: there is no folder /nowhere; write the one that the scenario files are in"
      ),
    ])
  func refused(configuration: Configuration, message: String) async {
    let found = await complaint { try await withImageEditMock(configuration) { _ in _ = Issue.record("it has started") } }
    #expect(found == message)
  }

  @Test("Profile, overrides and keys decide what is let in")
  func settings() async throws {
    func status(_ configuration: Configuration, _ more: String = "", key: String = "test") async throws -> Int {
      try await withImageEditMock(configuration) { try $0.client(key).edit("Make it snow", more).status }
    }
    #expect(try await status(.init(), #""quality": "high""#) == 200)
    #expect(try await status(.init(overrides: ["venice.quality-field": "reject"]), #""quality": "high""#) == 400)
    #expect(try await status(.init(keys: ["right"]), key: "right") == 200)
    #expect(try await status(.init(keys: ["right"]), key: "wrong") == 401)
    for profile in Configuration.Profile.allCases {
      let health = try await withImageEditMock(.init(profile: profile)) { try $0.client().get("/_mock/health").text }
      #expect(health.contains(#""profile":"\#(profile.rawValue)""#), "\(health)")
    }
  }

  @Test("Another seed is another picture")
  func seed() async throws {
    var pictures: [[UInt8]] = []
    for seed in [0, 0, 1] as [UInt64] {
      pictures.append(try await withImageEditMock(.init(seed: seed)) { try $0.client().edit("Make it snow").body })
    }
    #expect(pictures[0] == pictures[1])
    #expect(pictures[0] != pictures[2])
  }

  @Test("A scenario is for all requests that choose none, and may come from a folder")
  func scenario() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("name: gone\ndescription: Gone.\nsteps: [{ respond: { status: 410 } }]\n".utf8), "gone.yaml")
    try await withImageEditMock(.init(scenario: "gone", scenarioFolder: folder.path)) { mock in
      let scripted = try mock.client().edit("Make it snow")
      let normal = try mock.client().edit("Make it snow", headers: "X-Mock-Scenario: none\r\n")
      #expect((scripted.status, normal.status) == (410, 200))
    }
    try folder.write(Array("name: bad\nsteps: []\n".utf8), "bad.yaml")
    let found = await complaint { try await withImageEditMock(.init(scenarioFolder: folder.path)) { _ in } }
    #expect(found?.hasPrefix("\(folder.path)/bad.yaml:1:1: the scenario has no `description`") == true, "\(found ?? "")")
  }
}
