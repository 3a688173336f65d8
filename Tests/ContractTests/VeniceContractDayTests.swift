import Testing

@testable import Contract

@Suite("Venice's contracts by day", .timeLimit(.minutes(15)))
struct VeniceContractDayTests {
  @Test("June lists 15 models and August 21: one was removed and seven were added")
  func models() {
    let june = VeniceModels.all().map(\.id)
    let august = VeniceModels.all(on: VeniceContracts.august).map(\.id)
    #expect(june.count == 15 && august.count == 21)
    #expect(june.filter { !august.contains($0) } == ["qwen-edit"])
    #expect(august.count { !june.contains($0) } == 7)
  }

  @Test("October adds seven models to August's, those that came out after its day among them")
  func octoberModels() throws {
    let august = VeniceModels.all(on: VeniceContracts.august).map(\.id)
    let october = VeniceModels.all(on: VeniceContracts.october)
    let added = october.filter { !august.contains($0.id) }
    #expect(october.count == august.count + added.count)
    let prices = Dictionary(uniqueKeysWithValues: added.map { ($0.id, $0.price) })
    #expect(
      prices == [
        "muse-image-edit": 20_000, "gpt-image-2-5-flare-edit": 80_000, "gpt-image-2-5-sunburst-edit": 80_000, "ideogram-v4-5-edit": 260_000,
        "nano-banana-2-1-edit": 100_000, "gpt-image-2-6-flare-edit": 100_000, "gpt-image-2-6-sunburst-edit": 100_000,
      ])
    #expect(added.allSatisfy { $0.limits == .assumed })
  }

  @Test("4:3 is a ratio of October's request, and of the models that take all or nearly all of them")
  func fourToThree() throws {
    #expect(VeniceModels.requestRatios(on: VeniceContracts.august) == VeniceModels.requestRatios())
    let october = VeniceModels.requestRatios(on: VeniceContracts.october)
    #expect(october == ["auto", "1:1", "3:2", "16:9", "21:9", "9:16", "2:3", "3:4", "4:3", "4:5"])
    func lists(_ id: String, _ day: ContractDate) throws -> Bool {
      try #require(VeniceModels.model(id, on: day)).aspectRatios.contains("4:3")
    }
    for id in ["firered-image-edit", "seedream-v4-edit"] {
      #expect(try !lists(id, VeniceContracts.august) && lists(id, VeniceContracts.october), "\(id)")
    }
    #expect(try !lists("gpt-image-2-edit", VeniceContracts.october) && !lists("wan-2-7-pro-edit", VeniceContracts.october))
    let grok = try #require(VeniceModels.model("grok-imagine-edit", on: VeniceContracts.october))
    #expect(grok.aspectRatios.count { $0 == "4:3" } == 1)
  }

  @Test("October settles what its notes answer, in both profiles, and --set still wins", arguments: Profile.allCases)
  func settled(profile: Profile) throws {
    var october = Settings(profile: profile, veniceContract: VeniceContracts.october)
    #expect(october[Ambiguities.veniceWrongContentType] == .badRequest && october[Ambiguities.veniceQualityField] == .reject)
    #expect(october[Ambiguities.veniceUnlistedAuto] == .reject && october[Ambiguities.veniceSideMinimum] == .sixtyFour)
    #expect(october[Ambiguities.veniceCorruptImageText] == (profile == .live ? .seen : .table))
    try october.set("venice.quality-field=accept")
    #expect(october[Ambiguities.veniceQualityField] == .accept)
    let august = Settings(profile: profile, veniceContract: VeniceContracts.august)
    #expect(august[Ambiguities.veniceUnlistedAuto] == (profile == .live ? .reject : .accept))
  }

  @Test("The summary has every day and the age of the newest, which is never below zero")
  func summary() {
    let day = 86_400_000
    let start = 1_790_899_200_000  // 2026-10-02
    let days = "2026-06-19, 2026-08-21, 2026-10-02"
    #expect(VeniceContracts.summary(unixMilliseconds: start + 60 * day + 1) == "\(days) (the newest, 60 days old)")
    #expect(VeniceContracts.summary(unixMilliseconds: start + 2 * day - 1) == "\(days) (the newest, 1 day old)")
    #expect(VeniceContracts.summary(unixMilliseconds: start - 5 * day) == "\(days) (the newest, 0 days old)")
  }

  @Test("No model is listed twice on one day", arguments: VeniceContracts.all)
  func once(_ day: ContractDate) {
    let ids = VeniceModels.all(on: day).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test("A model has the prices of the day")
  func prices() throws {
    #expect(try #require(VeniceModels.model("flux-2-max-edit")).price == 190_000)
    #expect(try #require(VeniceModels.model("flux-2-max-edit", on: VeniceContracts.august)).price == 120_000)
    let grok = try #require(VeniceModels.model("grok-imagine-image-2-0-edit", on: VeniceContracts.august))
    #expect(grok.price(tier: "2K", quality: "low") == 70_000)
    #expect(grok.price(tier: nil, quality: nil) == 70_000)
    #expect(grok.price(tier: "2K", quality: "high") == 100_000)
  }

  @Test(
    "A span has its first day, and not its last",
    arguments: [("2026-06-18", false), ("2026-06-19", true), ("2026-08-20", true), ("2026-08-21", false)] as [(ContractDate, Bool)])
  func span(_ day: ContractDate, _ isInside: Bool) {
    #expect(ContractSpan(since: "2026-06-19", until: "2026-08-21").contains(day) == isInside)
  }

  @Test("A contract is named by its day or as newest, and the error for another name lists all")
  func names() throws {
    #expect(try VeniceContracts.named("2026-06-19") == VeniceContracts.standard)
    #expect(try VeniceContracts.named("newest") == "2026-10-02")
    #expect(throws: SettingsError.self) { try VeniceContracts.named("2026-07-01") }
    do { _ = try VeniceContracts.named("2026-07-01") } catch {
      #expect(error.description == "there is no contract '2026-07-01' of Venice; write 2026-06-19, 2026-08-21, 2026-10-02 or newest")
    }
  }

  @Test("The day decides which rules are active")
  func rules() {
    let june = Set(Ledger.rules(for: Settings()).map(\.id))
    let august = Set(Ledger.rules(for: Settings(veniceContract: VeniceContracts.august)).map(\.id))
    let october = Set(Ledger.rules(for: Settings(veniceContract: VeniceContracts.october)).map(\.id))
    #expect(june.subtracting(august) == [])
    #expect(
      august.subtracting(june) == [
        "venice.edit.disable_prompt_optimization_thinking.type", "venice.edit.enhance_prompt.type", "venice.edit.model.alias",
      ])
    #expect(
      october.subtracting(august) == [
        "venice.edit.anon_user_id.characters", "venice.edit.anon_user_id.max-length", "venice.edit.anon_user_id.type",
        "venice.edit.aspect_ratio.auto", "venice.edit.content-encoding.decodes", "venice.edit.image.min-side",
        "venice.edit.multipart.max-size", "venice.edit.resolution.untiered",
      ])
    // What October settles.
    #expect(august.subtracting(october) == ["venice.edit.modelId.enum", "venice.edit.quality.enum", "venice.edit.quality.ignored"])
  }
}
