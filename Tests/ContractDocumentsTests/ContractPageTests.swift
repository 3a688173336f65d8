import Contract
import ContractDocuments
import Glibc
import Support
import Testing

@Suite("docs/contract is what the ledger says", .timeLimit(.minutes(15)))
struct ContractPageTests {
  private static let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/docs/contract"
  private static let pages = ContractPage.all

  @Test("no page is stale; `make docs` writes them anew", arguments: pages.map(\.name))
  func isCurrent(_ name: String) throws {
    let page = try #require(Self.pages.first { $0.name == name })
    let written = String(decoding: try readFile("\(Self.folder)/\(name)", limit: 8 << 20), as: UTF8.self)
    // Not `==` inside of #expect: a failure would print both pages.
    let isSame = written == page.text
    #expect(isSame, "docs/contract/\(name) is stale")
  }

  @Test("every rule has a heading, its source and a fixture on each side", arguments: Ledger.rules)
  func isWhole(_ rule: Rule) throws {
    let page = try #require(Self.pages.first { $0.name == "\(rule.api).md" }).text
    let start = try #require(page.range(of: "## `\(rule.id)`\n"))
    let rest = page[start.upperBound...]
    let entry = rest.range(of: "\n## ").map { rest[..<$0.lowerBound] } ?? rest
    #expect(entry.contains(rule.says) && entry.contains(rule.source))
    #expect(entry.contains("](../../fixtures/rules/\(rule.id)/accept-"))
    #expect(entry.contains("](../../fixtures/rules/\(rule.id)/\(rule.severity == .warning ? "warn" : "refuse")-"))
  }
}

extension String {
  /// The first place of a text.
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}

extension ContractPageTests {
  @Test("what the pages say names rules and decisions that there are")
  func namesExist() throws {
    let text = String(decoding: try readFile("\(Self.folder)/pages.md", limit: 1 << 20), as: UTF8.self)
    let words = text.split(separator: "`").map(String.init).filter { $0.hasPrefix("venice.") || $0.hasPrefix("dgrid.") }
    let known = Set(Ledger.rules.map(\.id) + Ambiguities.all.map(\.name))
    #expect(words.count > 50)
    #expect(words.filter { !known.contains($0) } == [])
  }

  @Test("every rule that a page is the source of is named where the pages are told", arguments: Ledger.rules)
  func named(_ rule: Rule) throws {
    guard rule.basis == .documented, rule.source.contains("POST /image/edit") || rule.source.contains("qwen-image-edits") else { return }
    let text = String(decoding: try readFile("\(Self.folder)/pages.md", limit: 1 << 20), as: UTF8.self)
    #expect(text.contains("`\(rule.id)`"))
  }
}
