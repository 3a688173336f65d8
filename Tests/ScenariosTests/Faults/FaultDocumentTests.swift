import Scenarios
import Support
import Testing

@Suite("docs/faults.md", .timeLimit(.minutes(15)))
struct FaultDocumentTests {
  /// Headings and what is below them, in order.
  private func sections() throws -> [(heading: String, lines: [String])] {
    let text = String(decoding: try readFile(Checkout.path + "/docs/faults.md", limit: 1 << 20), as: UTF8.self)
    var sections: [(heading: String, lines: [String])] = []
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("## ") {
        sections.append((String(line.dropFirst(3)), []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(line)
      }
    }
    return sections
  }

  @Test("It has a heading for every fault, in the table's order, and no other")
  func headings() throws {
    #expect(try sections().map(\.heading) == FaultTable.all.map { $0.name })
  }

  @Test("A section says the fault's own sentence, and shows it in an example", arguments: FaultTable.all.indices)
  func sentence(index: Int) throws {
    let type = FaultTable.all[index]
    let lines = try #require(try sections().first { $0.heading == type.name }).lines
    #expect(lines.first == type.summary)
    #expect(lines.contains("```yaml"))
    #expect(lines.contains { $0.hasPrefix("fault: ") && $0.contains(type.name) })
  }

  @Test("Its table has every parameter with its default and its phrase, and no other", arguments: FaultTable.all.indices)
  func parameters(index: Int) throws {
    let type = FaultTable.all[index]
    let lines = try #require(try sections().first { $0.heading == type.name }).lines
    let rows = lines.filter { $0.hasPrefix("| `") }.map { $0.split(separator: "|").map { $0.drop { $0 == " " }.trimmingBlanks } }
    let expected = type.parameters.map { ["`\($0.name)`", $0.standard.isEmpty ? "empty" : "`\($0.standard)`", $0.summary] }
    #expect(rows.map { [$0[0], $0[2], $0[3]] } == expected)
    for (row, parameter) in zip(rows, type.parameters) {
      if case .choice(let words) = parameter.kind { #expect(row[1] == words.map { "`\($0)`" }.joined(separator: ", ")) }
      if case .count(let bounds) = parameter.kind { #expect(row[1] == "\(bounds.lowerBound) to \(bounds.upperBound)") }
    }
  }

  @Test("The table of groups lists every fault in its own")
  func groups() throws {
    let text = String(decoding: try readFile(Checkout.path + "/docs/faults.md", limit: 1 << 20), as: UTF8.self)
    for group in FaultGroup.allCases {
      let rows = text.split(separator: "\n").filter { $0.hasPrefix("| \(group.rawValue)") }
      try #require(rows.count == 1, "\(group)")
      let names = rows[0].split(separator: "`").filter { !$0.contains(" ") }.map(String.init)
      #expect(names == FaultTable.all.filter { $0.group == group }.map { $0.name })
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var text = String(self)
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
