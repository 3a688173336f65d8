import Contract
import Testing

@Suite("The ledger of rules", .timeLimit(.minutes(15)))
struct LedgerTests {
  @Test("No two rules have the same id")
  func uniqueIDs() {
    let ids = Ledger.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test("Every rule has a sentence, a source and the status of its response", arguments: Ledger.rules)
  func complete(rule: Rule) {
    #expect(["venice", "dgrid"].contains(rule.api))
    #expect(rule.says.hasSuffix(".") || rule.says.hasSuffix(")"), "a sentence: \(rule.says)")
    #expect(!rule.source.isEmpty)
    #expect(rule.severity == .warning ? rule.response == "200" : rule.response.first?.isNumber == true, "\(rule.response)")
  }

  @Test("Every condition of a rule names an ambiguity and some of its values", arguments: Ledger.rules.filter { $0.condition != nil })
  func conditions(rule: Rule) throws {
    let condition = try #require(rule.condition)
    let ambiguity = try #require(Ambiguities.all.first { $0.name == condition.ambiguity })
    #expect(!condition.values.isEmpty && Set(condition.values).isStrictSubset(of: ambiguity.values))
  }

  @Test("Under the pages' profile an API has rules of every basis and severity, most of them documented", arguments: ["venice", "dgrid"])
  func proportions(api: String) {
    let rules = Ledger.rules(for: Settings()).filter { $0.api == api }
    let counts = Dictionary(grouping: rules, by: \.basis).mapValues(\.count)
    #expect(Set(counts.keys) == Set(Rule.Basis.allCases))
    #expect(counts.max { $0.value < $1.value }?.key == .documented)
    #expect(Set(rules.map(\.severity)) == Set(Rule.Severity.allCases))
  }

  @Test("The profile decides which rules are active")
  func profiles() throws {
    let documented = Ledger.rules(for: Settings()).map(\.id)
    let live = Ledger.rules(for: Settings(profile: .live)).map(\.id)
    #expect(documented.contains("venice.edit.quality.enum"))
    #expect(!live.contains("venice.edit.quality.enum"))
    #expect(live.contains("venice.edit.image.min-side"))
    #expect(!documented.contains("venice.edit.image.min-side"))
  }

  @Test("The table has every rule in each style")
  func table() {
    let rules = Array(Ledger.rules.prefix(3))
    #expect(RuleTable(rules).text(.table).split(separator: "\n").count == 3)
    #expect(RuleTable(rules).text(.markdown).split(separator: "\n").count == 5)
    let json = RuleTable(rules).text(.json)
    #expect(json.contains("\"rules\""))
    #expect(rules.allSatisfy { json.contains("\"\($0.id)\"") })
  }
}
