import ContractFixtures
import Support
import Testing

@Suite("The program carries its fixtures", .timeLimit(.minutes(15)))
struct EmbeddedTests {
  @Test("they are the files of the folder, byte for byte; scripts/embed-fixtures writes the list anew")
  func folder() throws {
    let carried = RuleFixtureTexts.all
    #expect(carried.map(\.file) == FixtureFolder.files.sorted())
    let changed = try carried.filter { try FixtureFolder.bytes($0.file) != $0.bytes }.map(\.file)
    #expect(changed == [])
  }

  @Test("they are read without the folder, all or some")
  func reading() throws {
    #expect(try RuleFixture.shipped().map(\.file) == FixtureFolder.files.sorted())
    #expect(try RuleFixture.shipped { $0.hasPrefix("venice.path.known/") }.allSatisfy { $0.rule == "venice.path.known" })
  }
}
