import Support
import Testing

@Suite("The images that the binary carries", .timeLimit(.minutes(5)))
struct EmbeddedImagesTests {
  @Test("every file of fixtures/images has its line in Sources/CFixtures/fixtures.c, sorted by name, and no line has lost its file")
  func names() {
    #expect(FixtureImages.names == FixtureFolder.names())
  }

  @Test("an embedded image is its file byte for byte", arguments: FixtureFolder.names())
  func bytes(name: String) throws {
    let isSame = FixtureImages.bytes(named: name) == (try FixtureFolder.bytes(named: name))
    #expect(isSame, "build again: \(name) is not what the program was built with")
  }

  @Test("a name that is no file's gives nothing", arguments: ["", "lighthouse", "../images/lighthouse.png", "LIGHTHOUSE.PNG"])
  func unknown(name: String) {
    #expect(FixtureImages.bytes(named: name) == nil)
  }
}
