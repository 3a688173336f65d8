import Support
import Testing

@Suite("The images that the binary carries", .timeLimit(.minutes(15)))
struct EmbeddedImagesTests {
  @Test("Every file of fixtures/images has its line in Sources/CFixtures/fixtures.c, sorted by name, and no line has lost its file")
  func names() {
    #expect(FixtureImages.names == FixtureFolder.names())
  }

  @Test("An embedded image is its file byte for byte", arguments: FixtureFolder.names())
  func bytes(name: String) throws {
    let isSame = FixtureImages.bytes(named: name) == (try FixtureFolder.bytes(named: name))
    #expect(isSame, "build again: \(name) is not what the program was built with")
  }

  @Test("A name that is no file's gives nothing", arguments: ["", "lighthouse", "../images/lighthouse.png", "LIGHTHOUSE.PNG"])
  func unknown(name: String) {
    #expect(FixtureImages.bytes(named: name) == nil)
  }
}
