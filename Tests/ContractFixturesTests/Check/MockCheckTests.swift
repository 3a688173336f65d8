import Contract
import ContractFixtures
import Testing

@Suite("The mock against its own fixtures", .timeLimit(.minutes(30)))
struct MockCheckTests {
  /// Rules with small bodies: all of them are checked over a socket, in MockCommandTests.
  private static let few: [API: [String]] = [
    .venice: ["venice.auth.*", "venice.edit.prompt.type", "venice.edit.output_format.*", "venice.edit.content-type", "venice.path.*"],
    .dgrid: ["dgrid.auth.*", "dgrid.edit.n.*", "dgrid.edit.json.model", "dgrid.edit.content-type", "dgrid.path.*"],
  ]

  @Test("every fixture is ok in its profile, paid ones too", arguments: API.allCases, Profile.allCases)
  func agrees(_ api: API, _ profile: Profile) throws {
    let selectors = try (Self.few[api] ?? []).map { text throws(CheckFailure) in try RuleSelector(text, of: api) }
    let plan = CheckPlan(api: api, profile: profile, allowsPaid: true, only: selectors)
    let report = try check(MockInMemory(profile), plan)
    #expect(report.misses == [] && report.exitCode == 0 && report.isMock)
    let skipped = report.rows.filter { if case .skipped = $0.outcome { true } else { false } }
    for row in skipped {
      let reason = row.fixture.isOfWallet ? "it needs a wallet's signature" : "the mock takes any key: start it with --api-key"
      #expect(row.outcome == .skipped(reason))
    }
  }

  @Test("a mock with a key is sent that key, and knows wrong ones")
  func key() throws {
    let plan = CheckPlan(
      api: .dgrid, key: CheckKey(secret: "sk-mine"), allowsPaid: true, only: [try RuleSelector("dgrid.auth.*", of: .dgrid)])
    let report = try check(MockInMemory(keys: ["sk-mine"]), plan)
    // A token that no service would take cannot be replaced by the key: those fixtures are about the token.
    let (skipped, sent) = (report.rows.filter { $0.outcome != .ok }, report.rows.filter { $0.outcome == .ok })
    #expect(sent.count > 8 && skipped.count > 8)
    #expect(skipped.allSatisfy { $0.outcome == .skipped("it holds only where any key is valid") })
    #expect(skipped.allSatisfy { $0.fixture.rule == "dgrid.auth.placeholder" })
  }

  @Test("a fixture that hangs on a decision is explained by what other requests tell of it, although its own tells nothing")
  func explained() throws {
    let report = try check(MockInMemory(set: ["venice.missing-credentials=unauthorized"]), venice("venice.auth.present"))
    let lines = ["status: expected 402, came 401 {\"error\":\"Authentication failed\"}"]
    guard case .follows(let decisions, let differences) = report.outcome(of: "venice.auth.present/refuse-empty.json") else {
      Issue.record("\(report.text)")
      return
    }
    #expect(decisions == ["venice.missing-credentials=unauthorized"] && Array(differences.prefix(1)) == lines && report.stop == nil)
  }

  @Test("the other profile is told by the decisions it follows")
  func otherProfile() throws {
    let report = try check(MockInMemory(.live), venice("venice.edit.content-type"))
    #expect(report.exitCode == 1)
    guard case .follows(let decisions, let lines) = report.outcome(of: "venice.edit.content-type/refuse-text.json") else {
      Issue.record("\(report.text)")
      return
    }
    #expect(decisions == ["venice.wrong-content-type=400"] && lines.first?.hasPrefix("status: expected 415, came 400") == true)
  }

  @Test(
    "--suggest-profile gives back what a mock was started with, from the nearest profile",
    arguments: [
      (API.venice, Profile.live, ["venice.wrong-content-type=415", "venice.missing-credentials=unauthorized"], Profile.documented),
      (.venice, .documented, ["venice.quality-field=reject"], .documented), (.venice, .live, [], .live),
      (.dgrid, .live, ["dgrid.unknown-model=404", "dgrid.bad-input-status=500"], .live),
      (.dgrid, .documented, ["dgrid.wrong-content-type=415", "dgrid.trailing-slash=redirect", "dgrid.content-parts=accept"], .documented),
    ])
  func suggestion(_ api: API, _ profile: Profile, _ decisions: [String], _ expected: Profile) throws {
    // One probe for each decision that costs nothing: whole checks are made over a socket.
    let files =
      api == .venice
      ? [
        "venice.edit.quality.enum/refuse-ultra*", "venice.edit.unknown-key/refuse-quality-ultra*", "venice.auth.present/refuse*",
        "venice.edit.content-type/refuse-text*", "venice.edit.modelId.enum/*", "venice.edit.image.min-side/*damaged*",
        "venice.edit.resolution.untiered/*small*", "venice.edit.image.format/refuse-text*", "venice.edit.image.fetch/refuse-elsewhere*",
        "venice.method.allowed/refuse-get*",
      ]
      : [
        "dgrid.auth.present/refuse*", "dgrid.edit.image.required/refuse-none*", "dgrid.edit.model.required/*without*",
        "dgrid.edit.model.known/*without*", "dgrid.path.known/*without*", "dgrid.method.allowed/refuse-delete*",
        "dgrid.edit.content-type/refuse-xml*", "dgrid.edit.json.message.content/*dall-e-3*", "dgrid.edit.image.required/*indexed-without*",
        "dgrid.edit.response_format.gpt/*jpeg*", "dgrid.edit.stream.unsupported/*-true-*",
      ]
    let selectors = try files.map { text throws(CheckFailure) in try RuleSelector(text, of: api) }
    let report = try check(
      MockInMemory(profile, set: decisions), CheckPlan(api: api, profile: expected, only: selectors))
    let known = Set(report.findings.compactMap { $0.finding.value == nil ? nil : $0.decision.name })
    #expect(known.count == (api == .venice ? 9 : 12), "\(report.text)")
    let words = report.suggestion.split(separator: " ").map(String.init)
    #expect(Array(words.prefix(4)) == ["image-edit-mock", "serve", "--profile", profile.rawValue])
    #expect(Set(words.dropFirst(4)) == Set(decisions + (decisions.isEmpty ? [] : ["--set"])))
  }
}
