import Contract
import Testing

@Suite("The ledger", .timeLimit(.minutes(5)))
struct LedgerTests {
  @Test("No two rules have the same id")
  func uniqueIDs() {
    let ids = Ledger.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test("Every rule says what it demands, who says so and what breaking it answers", arguments: Ledger.rules)
  func complete(rule: Rule) {
    #expect(["venice", "dgrid"].contains(rule.api))
    #expect(rule.says.hasSuffix(".") || rule.says.hasSuffix(")"), "a sentence: \(rule.says)")
    #expect(!rule.source.isEmpty)
    #expect(rule.severity == .warning ? rule.answers == "200" : rule.answers.first?.isNumber == true, "\(rule.answers)")
  }

  @Test("Every condition of a rule names a decision and one of its values", arguments: Ledger.rules.filter { $0.condition != nil })
  func conditions(rule: Rule) throws {
    let condition = try #require(rule.condition)
    let decision = try #require(Ambiguities.all.first { $0.name == condition.decision })
    #expect(decision.values.contains(condition.value))
  }

  @Test("Both bases and both APIs are there, documented rules first among them")
  func proportions() {
    for api in ["venice", "dgrid"] {
      let rules = Ledger.rules.filter { $0.api == api }
      #expect(rules.contains { $0.basis == .documented })
      #expect(rules.contains { $0.severity == .warning })
    }
  }

  @Test("A profile switches rules on and off")
  func profiles() throws {
    let documented = Ledger.rules(under: Settings()).map(\.id)
    let live = Ledger.rules(under: Settings(profile: .live)).map(\.id)
    #expect(documented.contains("venice.edit.quality.enum"))
    #expect(!live.contains("venice.edit.quality.enum"))
    #expect(live.contains("venice.edit.image.min-side"))
    #expect(!documented.contains("venice.edit.image.min-side"))
  }

  @Test("The table has a line for each rule in each style")
  func table() {
    let rules = Array(Ledger.rules.prefix(3))
    #expect(RuleTable(rules).text(.table).split(separator: "\n").count == 3)
    #expect(RuleTable(rules).text(.markdown).split(separator: "\n").count == 5)
    let json = RuleTable(rules).text(.json)
    #expect(json.contains("\"rules\""))
    #expect(rules.allSatisfy { json.contains("\"\($0.id)\"") })
  }
}
