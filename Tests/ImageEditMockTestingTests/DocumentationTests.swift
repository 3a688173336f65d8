import Foundation
import Testing

@Suite("The page on the library", .timeLimit(.minutes(15)))
struct DocumentationTests {
  @Test("Its example is the one that is compiled and run here")
  func example() throws {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let example = try String(contentsOf: here.appendingPathComponent("DocumentedExample.swift"), encoding: .utf8)
    let page = try String(contentsOf: here.appendingPathComponent("../../docs/witness.md").standardizedFileURL, encoding: .utf8)
    let block = try #require(page.components(separatedBy: "```swift\n").last?.components(separatedBy: "```").first)
    #expect(block == example)
  }
}
