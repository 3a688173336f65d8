import Testing

@testable import HTTPServer

/// How many connections fit beside what else needs descriptors.
@Suite(.timeLimit(.minutes(5)))
struct DescriptorLimitTests {
  @Test(
    "Connections, those that are only refused, and the rest of the program share what there is",
    arguments: [36, 40, 64, 100, 256, 1_024, 20_000])
  func room(descriptors: Int) {
    let room = DescriptorLimit.room(in: descriptors)
    #expect(room > 0)
    #expect(room + HTTPServerConfiguration.surplusConnections(beside: room) + 32 <= descriptors)
    #expect(room + HTTPServerConfiguration.surplusConnections(beside: room) + 100 + 64 >= descriptors)
  }

  @Test("With fewer than a start needs there is no room", arguments: [0, 12, 35])
  func none(descriptors: Int) { #expect(DescriptorLimit.room(in: descriptors) == 0) }
}
