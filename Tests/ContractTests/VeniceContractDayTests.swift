import Testing

@testable import Contract

@Suite("Venice's contracts by day", .timeLimit(.minutes(15)))
struct VeniceContractDayTests {
  @Test("June lists 15 models and August 21: one was removed and seven were added")
  func models() {
    let june = VeniceModels.all().map(\.id)
    let august = VeniceModels.all(on: VeniceContracts.newest).map(\.id)
    #expect(june.count == 15 && august.count == 21)
    #expect(june.filter { !august.contains($0) } == ["qwen-edit"])
    #expect(august.count { !june.contains($0) } == 7)
  }

  @Test("No model is listed twice on one day", arguments: VeniceContracts.all)
  func once(_ day: ContractDate) {
    let ids = VeniceModels.all(on: day).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test("A model has the prices of the day")
  func prices() throws {
    #expect(try #require(VeniceModels.model("flux-2-max-edit")).price == 190_000)
    #expect(try #require(VeniceModels.model("flux-2-max-edit", on: VeniceContracts.newest)).price == 120_000)
    let grok = try #require(VeniceModels.model("grok-imagine-image-2-0-edit", on: VeniceContracts.newest))
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
    #expect(try VeniceContracts.named("newest") == "2026-08-21")
    #expect(throws: SettingsError.self) { try VeniceContracts.named("2026-07-01") }
    do { _ = try VeniceContracts.named("2026-07-01") } catch {
      #expect(error.description == "there is no contract '2026-07-01' of Venice; write 2026-06-19, 2026-08-21 or newest")
    }
  }

  @Test("The day decides which rules are active")
  func rules() {
    let june = Set(Ledger.rules(for: Settings()).map(\.id))
    let august = Set(Ledger.rules(for: Settings(veniceContract: VeniceContracts.newest)).map(\.id))
    #expect(june.subtracting(august) == [])
    #expect(
      august.subtracting(june) == [
        "venice.edit.disable_prompt_optimization_thinking.type", "venice.edit.enhance_prompt.type", "venice.edit.model.alias",
      ])
  }
}
